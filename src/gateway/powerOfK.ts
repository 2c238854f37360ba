import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Stream } from '../random/stream.js';
import type { Balancer, BalancerContext } from './balancer.js';
import { EligibleSet } from './eligibleSet.js';
import type { Weights } from './weights.js';

/** Picks, of k distinct instances at random, the least (load + 1) / weight; the first drawn on a tie. */
export class PowerOfK implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #stream: Stream;
  readonly #instances: InstanceTable;
  readonly #weights: Weights | undefined;
  readonly #k: number;
  /** Positions that the present pick has drawn, in order. */
  readonly #drawn: Int32Array;

  constructor({ stream, instances, weights }: BalancerContext, k: number) {
    this.#stream = stream;
    this.#instances = instances;
    this.#weights = weights;
    this.#k = k;
    this.#drawn = new Int32Array(k);
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
    const { inside, queued } = this.#instances;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let draw = 0; draw < this.#k && draw < count; draw++) {
      const instance = this.#eligible.at(this.#nextPosition(draw, count));
      const weight = this.#weights === undefined ? 1 : this.#weights.of(instance);
      const cost = (inside[instance] + queued[instance] + 1) / weight;
      if (cost >= least) continue;
      best = instance;
      least = cost;
    }
    return best;
  }

  /** A position that this pick has not drawn yet: the n-th of those left, n at random. */
  #nextPosition(draw: number, count: number): number {
    const drawn = this.#drawn;
    let position = this.#stream.below(count - draw);
    let before = 0;
    for (; before < draw && drawn[before] <= position; before++) position++;
    drawn.copyWithin(before + 1, before, draw);
    drawn[before] = position;
    return position;
  }
}
