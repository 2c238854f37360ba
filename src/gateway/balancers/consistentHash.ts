import { z } from 'zod';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import { mixBits } from '../../random/keyHash.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { HashRing, pointsOfWeight } from '../hashRing.js';
import type { Weights } from '../weights.js';

export const consistentHash = balancer({
  name: 'consistent-hash',
  summary: 'Each client at one instance: the next on a ring of hashes; who comes or goes moves its own clients alone',
  actsOn: ['weight', 'clients'],
  schema: z.strictObject({
    on: z.literal('client').default('client').meta({ description: 'What is hashed' }),
    boundedLoad: z.number().min(1).optional().meta({
      description:
        'None holds more than this times the mean load, rounded up: others go on to the next; unbounded when left out',
    }),
  }),
  build: ({ boundedLoad }, context) => new ConsistentHash(context, boundedLoad ?? Number.POSITIVE_INFINITY),
});

/**
 * The ring depends on (seed, replication, service) and launch numbers: all candidates meet the same one, and replications
 * show how far the luck of a ring goes. The points of whoever is out stay and are passed over.
 *
 * @see Mirrokni, Thorup, Zadimoghaddam, "Consistent Hashing with Bounded Loads" (2018): the mean counts the new request;
 * with weights an instance's share of it is by weight, as HAProxy's `hash-balance-factor` has it
 */
class ConsistentHash implements Balancer {
  readonly #instances: InstanceTable;
  readonly #requests: RequestTable;
  readonly #weights: Weights | undefined;
  readonly #boundRatio: number;
  readonly #ring: HashRing;
  readonly #clientSalt: number;
  /** [instanceRow] serial of the instance whose points the row has in the ring */
  readonly #serials: number[] = [];
  /** [instanceRow] load of one that may be picked; -1 of others */
  readonly #loads: number[] = [];
  #count = 0;
  #loadTotal = 0;
  #weightTotal = 0;

  constructor({ stream, instances, requests, weights }: BalancerContext, boundRatio: number) {
    this.#instances = instances;
    this.#requests = requests;
    this.#weights = weights;
    this.#boundRatio = boundRatio;
    this.#ring = new HashRing(stream.below(2 ** 32));
    this.#clientSalt = stream.below(2 ** 32);
  }

  add(instance: number): void {
    if (this.#serials[instance] !== this.#instances.serial[instance]) this.#enter(instance);
    const load = this.#instances.inside[instance] + this.#instances.queued[instance];
    this.#loads[instance] = load;
    this.#loadTotal += load;
    this.#weightTotal += this.#weightOf(instance);
    this.#count++;
  }

  remove(instance: number): void {
    this.#loadTotal -= this.#loads[instance];
    this.#weightTotal -= this.#weightOf(instance);
    this.#loads[instance] = -1;
    if (--this.#count === 0) this.#weightTotal = 0;
  }

  loadRose(instance: number): void {
    this.#loads[instance]++;
    this.#loadTotal++;
  }

  loadFell(instance: number): void {
    this.#loads[instance]--;
    this.#loadTotal--;
  }

  pick(request: number): number {
    if (this.#count === 0) return -1;
    const ring = this.#ring;
    const client = this.#requests.words[(request << 5) | word.user];
    let point = ring.firstFrom(mixBits(this.#clientSalt ^ client) >>> 0);
    // Ends within one round: the bounds of all together are more than the load of all.
    for (;;) {
      if (point === ring.length) point = 0;
      const instance = ring.rowAt(point);
      if (this.#loads[instance] >= 0 && this.#loads[instance] < this.#boundOf(instance)) return instance;
      point++;
    }
  }

  /** The load at which the instance is passed over. */
  #boundOf(instance: number): number {
    const meanLoad = ((this.#loadTotal + 1) * this.#weightOf(instance)) / this.#weightTotal;
    // Less a rounding, so that 1.25 x 0.8 is 1.
    return Math.ceil(this.#boundRatio * meanLoad - 1e-9);
  }

  #weightOf(instance: number): number {
    return this.#weights === undefined ? 1 : this.#weights.of(instance);
  }

  /** Gives a new instance its points, and takes out those of the one that had its row before. */
  #enter(instance: number): void {
    const serials = this.#serials;
    if (serials[instance] !== undefined) this.#ring.keep((row) => row !== instance);
    serials[instance] = this.#instances.serial[instance];
    this.#loads[instance] = -1;
    const pointCount = Math.max(1, Math.round(pointsOfWeight * this.#weightOf(instance)));
    this.#ring.add(instance, { launchNumber: this.#instances.launchNumber[instance], pointCount });
  }
}
