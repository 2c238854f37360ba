import { grown } from '../kernel/columns.js';

/**
 * The free slots of a service's instances, longest free first.
 *
 * A ring of entries (instance, use, slots): a new instance adds one entry for all its slots, a completion one for one
 * slot, so nothing is preallocated per slot. `use` tells entries of an instance that has left from those of its
 * successor in the same slot; they are skipped when they come up.
 */
export class FreeSlotOrder {
  readonly #capacity: number;
  #instances = new Int32Array(64);
  #uses = new Int32Array(64);
  #slots = new Float64Array(64);
  #head = 0;
  #count = 0;
  /** [instanceSlot] number of its present use; odd while it may be picked. */
  readonly #currentUse: number[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(instance: number): void {
    this.#currentUse[instance] = (this.#currentUse[instance] ?? 0) + 1;
    this.#append(instance, this.#capacity);
  }

  remove(instance: number): void {
    this.#currentUse[instance]++;
  }

  slotFreed(instance: number): void {
    this.#append(instance, 1);
  }

  /** Takes the slot that is free longest; returns its instance, or -1 when no slot is free. */
  take(): number {
    while (this.#count > 0) {
      const head = this.#head;
      const instance = this.#instances[head];
      const isCurrent = this.#uses[head] === this.#currentUse[instance];
      if (!isCurrent || --this.#slots[head] <= 0) {
        this.#head = (head + 1) & (this.#instances.length - 1);
        this.#count--;
      }
      if (isCurrent) return instance;
    }
    return -1;
  }

  #append(instance: number, slots: number): void {
    if (this.#count === this.#instances.length) this.#grow();
    const tail = (this.#head + this.#count++) & (this.#instances.length - 1);
    this.#instances[tail] = instance;
    this.#uses[tail] = this.#currentUse[instance];
    this.#slots[tail] = slots;
  }

  /** Doubles the ring; the lengths stay powers of two. */
  #grow(): void {
    const length = this.#instances.length;
    this.#instances = grown(this.#instances);
    this.#uses = grown(this.#uses);
    this.#slots = grown(this.#slots);
    // The part before the head wrapped round; it goes behind the old end.
    this.#instances.copyWithin(length, 0, this.#head);
    this.#uses.copyWithin(length, 0, this.#head);
    this.#slots.copyWithin(length, 0, this.#head);
  }
}
