import { z } from 'zod';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import { type Balancer, balancer } from '../balancer.js';
import { LeastByWeight } from '../leastByWeight.js';
import { LoadLevels } from '../loadLevels.js';

export const leastRequests = balancer({
  name: 'least-requests',
  summary: 'The least loaded, with weights the least (load + 1) / weight; ties to the one picked longest ago',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({}),
  build: (_settings, { instances, weights }) =>
    weights === undefined ? new LeastRequests(instances) : new LeastByWeight(instances, weights),
});

class LeastRequests implements Balancer {
  readonly #levels = new LoadLevels();
  readonly #instances: InstanceTable;

  constructor(instances: InstanceTable) {
    this.#instances = instances;
  }

  add(instance: number): void {
    this.#levels.add(instance, this.#instances.inside[instance] + this.#instances.queued[instance]);
  }

  remove(instance: number): void {
    this.#levels.remove(instance);
  }

  forget(instance: number): void {
    this.#levels.forget(instance);
  }

  loadRose(instance: number): void {
    this.#levels.loadChanged(instance, 1);
  }

  loadFell(instance: number): void {
    this.#levels.loadChanged(instance, -1);
  }

  pick(): number {
    return this.#levels.count === 0 ? -1 : this.#levels.pickLeast();
  }
}
