import { grown } from './columns.js';

/**
 * One time per slot, the earliest on top; a slot's time can be changed in place. Infinity: nothing is due there.
 *
 * Hot: holds the next CPU completion of every instance. A 4-ary heap with each slot's position, so that a change costs a
 * sift and leaves no stale entry behind; times stand in the heap's order, where their comparison needs no slot. Ties break
 * by the lower slot.
 */
export class IndexedHeap {
  #count = 0;
  readonly #due = new Float64Array(1);
  /** [position] */
  #slots = new Int32Array(64);
  /** [position] seconds */
  #times = new Float64Array(64);
  /** [slot] position in the heap + 1; 0 when it never had a time */
  #positions = new Int32Array(64);

  /** The earliest time. A field, because the loop asks at every event. */
  nextSeconds = Number.POSITIVE_INFINITY;

  /** The slot with the earliest time; only meaningful when `nextSeconds` is finite. */
  get nextSlot(): number {
    return this.#slots[0];
  }

  /** Sets the slot's time. Through a column, because a number that is handed to a function becomes an object. */
  set(slot: number, seconds: number): void {
    this.#due[0] = seconds;
    this.#set(slot);
  }

  #set(slot: number): void {
    const position = this.#positionOf(slot);
    this.#times[position] = this.#due[0];
    this.#settle(position);
  }

  #positionOf(slot: number): number {
    if (slot >= this.#positions.length) this.#reserve(slot);
    if (this.#positions[slot] === 0) {
      this.#positions[slot] = ++this.#count;
      this.#slots[this.#count - 1] = slot;
    }
    return this.#positions[slot] - 1;
  }

  /** Moves the entry at this position to where its time belongs. */
  #settle(position: number): void {
    const times = this.#times;
    const slots = this.#slots;
    const seconds = times[position];
    const slot = slots[position];
    let hole = position;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (times[parent] < seconds || (times[parent] === seconds && slots[parent] < slot)) break;
      this.#move(parent, hole);
      hole = parent;
    }
    if (hole === position) hole = this.#sink(position);
    times[hole] = seconds;
    slots[hole] = slot;
    this.#positions[slot] = hole + 1;
    this.nextSeconds = times[0];
  }

  /** Lifts what is earlier than the entry at this position. @returns where it belongs */
  #sink(position: number): number {
    const times = this.#times;
    const slots = this.#slots;
    const count = this.#count;
    const seconds = times[position];
    const slot = slots[position];
    let hole = position;
    for (;;) {
      const first = hole * 4 + 1;
      if (first >= count) return hole;
      const end = Math.min(first + 4, count);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (times[child] < times[least] || (times[child] === times[least] && slots[child] < slots[least]))
          least = child;
      }
      if (seconds < times[least] || (seconds === times[least] && slot < slots[least])) return hole;
      this.#move(least, hole);
      hole = least;
    }
  }

  #move(from: number, to: number): void {
    const slot = this.#slots[from];
    this.#times[to] = this.#times[from];
    this.#slots[to] = slot;
    this.#positions[slot] = to + 1;
  }

  #reserve(slot: number): void {
    const length = Math.max(this.#positions.length * 2, slot + 1);
    this.#slots = grown(this.#slots, length);
    this.#times = grown(this.#times, length);
    this.#positions = grown(this.#positions, length);
  }
}
