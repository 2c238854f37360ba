import { z } from 'zod';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';
import type { Weights } from '../weights.js';

export const weightedRoundRobin = balancer({
  name: 'weighted-round-robin',
  summary: 'Each in turn, as often as its weight, spread evenly (smooth, as nginx)',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({}),
  build: (_settings, context) => new SmoothInTurn(context),
});

/**
 * At each pick everyone's credit grows by its weight; the most credit takes it and pays the sum of all weights.
 *
 * Ties go to the one launched first. Weights of 5, 1 and 1 give a a b a c a a. Whoever is away keeps its credit, as a
 * server that is down does there. Hot, and a scan of all at each pick, as there.
 *
 * @see nginx, ngx_http_upstream_round_robin.c, `ngx_http_upstream_get_peer`
 */
class SmoothInTurn implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #instances: InstanceTable;
  readonly #weights: Weights | undefined;
  /** [instanceRow] */
  readonly #credits: number[] = [];

  constructor({ instances, weights }: BalancerContext) {
    this.#instances = instances;
    this.#weights = weights;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  forget(instance: number): void {
    this.#credits[instance] = 0;
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { launchNumber } = this.#instances;
    const credits = this.#credits;
    let total = 0;
    let best = -1;
    for (let position = 0; position < this.#eligible.count; position++) {
      const instance = this.#eligible.at(position);
      const weight = this.#weights === undefined ? 1 : this.#weights.of(instance);
      total += weight;
      const credit = credits[instance] + weight;
      credits[instance] = credit;
      const isMore = best < 0 || credit > credits[best];
      if (isMore || (credit === credits[best] && launchNumber[instance] < launchNumber[best])) best = instance;
    }
    if (best >= 0) credits[best] -= total;
    return best;
  }
}
