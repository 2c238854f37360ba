import { z } from 'zod';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Stream } from '../../random/stream.js';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';
import { PowerOfK } from '../powerOfK.js';

/** @see Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001) */
export const powerOfTwo = balancer({
  name: 'power-of-two',
  summary: 'Two distinct instances at random, the lesser loaded; the first drawn on a tie',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({}),
  build: (_settings, context) => (context.weights === undefined ? new PowerOfTwo(context) : new PowerOfK(context, 2)),
});

class PowerOfTwo implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #stream: Stream;
  readonly #instances: InstanceTable;

  constructor({ stream, instances }: BalancerContext) {
    this.#stream = stream;
    this.#instances = instances;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { count } = this.#eligible;
    if (count <= 1) return count === 0 ? -1 : this.#eligible.at(0);
    const first = this.#stream.below(count);
    const other = this.#stream.below(count - 1);
    const a = this.#eligible.at(first);
    const b = this.#eligible.at(other < first ? other : other + 1);
    const { inside, queued } = this.#instances;
    return inside[b] + queued[b] < inside[a] + queued[a] ? b : a;
  }
}
