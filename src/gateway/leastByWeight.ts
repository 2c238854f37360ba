import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';
import { EligibleSet } from './eligibleSet.js';
import type { Weights } from './weights.js';

/**
 * Picks the least (load + 1) / weight; ties to the one picked longest ago, the first added of those never picked.
 *
 * Hot, and a scan of all at each pick: a weight that grows by itself moves its instance in any order that is kept.
 *
 * @see HAProxy, `balance leastconn`, which compares the same quotient
 */
export class LeastByWeight implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #instances: InstanceTable;
  readonly #weights: Weights;
  /** [instanceRow] number of its last pick, or of when it was first added; kept while it is away */
  readonly #turns: (number | undefined)[] = [];
  #turnCount = 0;

  constructor(instances: InstanceTable, weights: Weights) {
    this.#instances = instances;
    this.#weights = weights;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
    this.#turns[instance] ??= this.#turnCount++;
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  forget(instance: number): void {
    this.#turns[instance] = undefined;
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { inside, queued } = this.#instances;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let position = 0; position < this.#eligible.count; position++) {
      const instance = this.#eligible.at(position);
      const cost = (inside[instance] + queued[instance] + 1) / this.#weights.of(instance);
      if (cost > least || (cost === least && this.#turnOf(instance) > this.#turnOf(best))) continue;
      best = instance;
      least = cost;
    }
    if (best >= 0) this.#turns[best] = this.#turnCount++;
    return best;
  }

  #turnOf(instance: number): number {
    return this.#turns[instance] ?? 0;
  }
}
