import { z } from 'zod';
import { balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';
export const random = balancer({
    name: 'random',
    summary: 'Any eligible instance, equally likely',
    schema: z.strictObject({}),
    build: (_settings, { stream }) => new Random(stream),
});
class Random {
    #eligible = new EligibleSet();
    #stream;
    constructor(stream) {
        this.#stream = stream;
    }
    add(instance) {
        this.#eligible.add(instance);
    }
    remove(instance) {
        this.#eligible.remove(instance);
    }
    loadRose() { }
    loadFell() { }
    pick() {
        const { count } = this.#eligible;
        if (count <= 1)
            return count === 0 ? -1 : this.#eligible.at(0);
        return this.#eligible.at(this.#stream.below(count));
    }
}
