import { grown } from '../kernel/columns.js';

/** Request slots in order, in a ring that grows: first in, first out. */
export class SlotRing {
  count = 0;
  #slots = new Int32Array(16);
  #head = 0;

  append(slot: number): void {
    if (this.count === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.count++) & (this.#slots.length - 1)] = slot;
  }

  /** Takes out the oldest; there must be one. */
  shift(): number {
    const slot = this.#slots[this.#head];
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.count--;
    return slot;
  }

  #grow(): void {
    const length = this.#slots.length;
    this.#slots = grown(this.#slots);
    // The part before the head wrapped round; it goes behind the old end.
    this.#slots.copyWithin(length, 0, this.#head);
  }
}
