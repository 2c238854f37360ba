import { z } from 'zod';
import { type Balancer, balancer } from '../balancer.js';
import { FreeSlotOrder } from '../freeSlotOrder.js';

export const roundRobin = balancer({
  name: 'round-robin',
  summary: 'Each instance in turn; with a central queue the slot free longest',
  schema: z.strictObject({}),
  build: (_settings, context) =>
    context.capacity === Number.POSITIVE_INFINITY ? new InTurn() : new FreeLongest(context.capacity),
});

/**
 * A ring of the ready instances; a new one takes its first turn after all others had theirs.
 *
 * Hot, as below: classes, because closures of a run are others than those of the run before, and each call then asks which.
 */
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

class FreeLongest implements Balancer {
  readonly #order: FreeSlotOrder;

  constructor(capacity: number) {
    this.#order = new FreeSlotOrder(capacity);
  }

  add(instance: number): void {
    this.#order.add(instance);
  }

  remove(instance: number): void {
    this.#order.remove(instance);
  }

  loadRose(): void {}

  loadFell(instance: number): void {
    this.#order.slotFreed(instance);
  }

  pick(): number {
    return this.#order.take();
  }
}
