import { z } from 'zod';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { LoadLevels } from '../loadLevels.js';

export const leastRequests = balancer({
  name: 'least-requests',
  summary: 'The least loaded; ties to the one picked longest ago',
  schema: z.strictObject({}),
  build: (_settings, context) => new LeastRequests(context),
});

/** Hot: a class, because closures of a run are others than those of the run before, and each call then asks which. */
class LeastRequests implements Balancer {
  readonly #levels = new LoadLevels();
  readonly #context: BalancerContext;
  readonly #isLimited: boolean;

  constructor(context: BalancerContext) {
    this.#context = context;
    this.#isLimited = context.capacity !== Number.POSITIVE_INFINITY;
  }

  add(instance: number): void {
    this.#levels.add(instance, this.#context.loadOf(instance));
  }

  remove(instance: number): void {
    this.#levels.remove(instance);
  }

  loadRose(instance: number): void {
    this.#levels.loadChanged(instance, 1);
  }

  loadFell(instance: number): void {
    this.#levels.loadChanged(instance, -1);
  }

  pick(): number {
    const levels = this.#levels;
    const isFull = levels.count === 0 || (this.#isLimited && levels.leastLoad >= this.#context.capacity);
    return isFull ? -1 : levels.pickLeast();
  }
}
