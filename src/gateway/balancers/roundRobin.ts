import { z } from 'zod';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { FreeSlotOrder } from '../freeSlotOrder.js';

export const roundRobin = balancer({
  name: 'round-robin',
  summary: 'Each instance in turn; with a central queue the slot free longest',
  actsOn: [],
  schema: z.strictObject({}),
  build: (_settings, context) =>
    context.roomCount === Number.POSITIVE_INFINITY ? new InTurn() : new FreeLongest(context),
});

/** A ring; whoever comes, for the first time or again, takes its first turn after all others had theirs. */
class InTurn implements Balancer {
  readonly #next: number[] = [];
  readonly #previous: number[] = [];
  #turn = -1;

  add(instance: number): void {
    const turn = this.#turn;
    if (turn < 0) {
      this.#next[instance] = instance;
      this.#previous[instance] = instance;
      this.#turn = instance;
      return;
    }
    const last = this.#previous[turn];
    this.#next[last] = instance;
    this.#previous[instance] = last;
    this.#next[instance] = turn;
    this.#previous[turn] = instance;
  }

  remove(instance: number): void {
    const after = this.#next[instance];
    if (this.#turn === instance) this.#turn = after === instance ? -1 : after;
    this.#next[this.#previous[instance]] = after;
    this.#previous[after] = this.#previous[instance];
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const instance = this.#turn;
    if (instance >= 0) this.#turn = this.#next[instance];
    return instance;
  }
}

/** All free slots of all instances, longest free first; those of an instance that comes back are free from then on. */
class FreeLongest implements Balancer {
  readonly #order = new FreeSlotOrder();
  readonly #instances: InstanceTable;
  readonly #roomCount: number;

  constructor({ instances, roomCount }: BalancerContext) {
    this.#instances = instances;
    this.#roomCount = roomCount;
  }

  add(instance: number): void {
    const load = this.#instances.inside[instance] + this.#instances.queued[instance];
    this.#order.add(instance, this.#roomCount - load);
  }

  remove(instance: number): void {
    this.#order.remove(instance);
  }

  loadRose(): void {
    this.#order.takeFirst();
  }

  loadFell(instance: number): void {
    this.#order.slotFreed(instance);
  }

  pick(): number {
    return this.#order.first();
  }
}
