import { z } from 'zod';
import type { InstanceTable } from '../../../src/fleet/instanceTable.js';
import { type Balancer, type BalancerContext, balancer } from '../../../src/gateway/balancer.js';
import { type RequestTable, word } from '../../../src/traffic/requestTable.js';

/**
 * Each user at one instance: the one that hashes highest with it, so that whoever leaves moves only its own users.
 *
 * @see Thaler, Ravishankar, "Using Name-Based Mappings to Increase Hit Rates" (1998)
 */
export const rendezvous = balancer({
  name: 'rendezvous',
  summary: 'By a hash of the user',
  schema: z.strictObject({}),
  build: (_settings, context) => new Rendezvous(context),
});

class Rendezvous implements Balancer {
  readonly #members = new Set<number>();
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;

  constructor({ requests, instances }: BalancerContext) {
    this.#requests = requests;
    this.#instances = instances;
  }

  add(instance: number): void {
    this.#members.add(instance);
  }

  remove(instance: number): void {
    this.#members.delete(instance);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(request: number): number {
    const user = this.#requests.words[(request << 5) | word.user];
    let best = -1;
    let most = -1;
    for (const instance of this.#members) {
      const score = mixed(user, this.#instances.serial[instance]);
      if (score > most) [best, most] = [instance, score];
    }
    return best;
  }
}

/** The finaliser of MurmurHash3 over both. */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
