import { z } from 'zod';
import { balancer } from '../balancer.js';
import { LoadLevels } from '../loadLevels.js';
export const leastRequests = balancer({
    name: 'least-requests',
    summary: 'The least loaded; ties to the one picked longest ago',
    schema: z.strictObject({}),
    build: (_settings, { instances }) => new LeastRequests(instances),
});
class LeastRequests {
    #levels = new LoadLevels();
    #instances;
    constructor(instances) {
        this.#instances = instances;
    }
    add(instance) {
        this.#levels.add(instance, this.#instances.inside[instance] + this.#instances.queued[instance]);
    }
    remove(instance) {
        this.#levels.remove(instance);
    }
    forget(instance) {
        this.#levels.forget(instance);
    }
    loadRose(instance) {
        this.#levels.loadChanged(instance, 1);
    }
    loadFell(instance) {
        this.#levels.loadChanged(instance, -1);
    }
    pick() {
        return this.#levels.count === 0 ? -1 : this.#levels.pickLeast();
    }
}
