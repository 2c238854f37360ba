import { grown } from './columns.js';

/**
 * At most one time per slot, the earliest on top; a slot's time can be changed in place.
 *
 * Hot: holds the next CPU completion of every instance. A 4-ary heap of slots with each slot's position, so that a
 * change costs a sift and leaves no stale entry behind. Ties break by the lower slot.
 */
export class IndexedHeap {
  #count = 0;
  #heap = new Int32Array(64);
  /** [slot] position in the heap + 1; 0 when absent. */
  #positions = new Int32Array(64);
  /** [slot] seconds. */
  #times = new Float64Array(64);

  /** The earliest time; Infinity when there is none. A field, because the loop asks at every event. */
  nextSeconds = Number.POSITIVE_INFINITY;

  /** The slot with the earliest time; only meaningful when `nextSeconds` is finite. */
  get nextSlot(): number {
    return this.#heap[0];
  }

  /** Sets the slot's time; Infinity takes it out. */
  set(slot: number, seconds: number): void {
    if (slot >= this.#positions.length) this.#reserve(slot);
    this.#place(slot, seconds);
    this.nextSeconds = this.#count === 0 ? Number.POSITIVE_INFINITY : this.#times[this.#heap[0]];
  }

  #place(slot: number, seconds: number): void {
    const position = this.#positions[slot];
    if (seconds === Number.POSITIVE_INFINITY) {
      if (position > 0) this.#remove(position - 1);
      return;
    }
    if (position === 0) {
      this.#times[slot] = seconds;
      this.#positions[slot] = ++this.#count;
      this.#heap[this.#count - 1] = slot;
      this.#up(this.#count - 1);
      return;
    }
    const earlier = seconds < this.#times[slot];
    this.#times[slot] = seconds;
    if (earlier) this.#up(position - 1);
    else this.#down(position - 1);
  }

  #remove(position: number): void {
    const heap = this.#heap;
    this.#positions[heap[position]] = 0;
    const last = --this.#count;
    if (position === last) return;
    heap[position] = heap[last];
    this.#positions[heap[position]] = position + 1;
    this.#up(position);
    this.#down(this.#positions[heap[position]] - 1);
  }

  #up(start: number): void {
    const heap = this.#heap;
    const times = this.#times;
    const positions = this.#positions;
    const slot = heap[start];
    const seconds = times[slot];
    let hole = start;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const above = heap[parent];
      if (times[above] < seconds || (times[above] === seconds && above < slot)) break;
      heap[hole] = above;
      positions[above] = hole + 1;
      hole = parent;
    }
    heap[hole] = slot;
    positions[slot] = hole + 1;
  }

  #down(start: number): void {
    const heap = this.#heap;
    const times = this.#times;
    const positions = this.#positions;
    const count = this.#count;
    const slot = heap[start];
    const seconds = times[slot];
    let hole = start;
    for (;;) {
      const first = hole * 4 + 1;
      if (first >= count) break;
      const end = Math.min(first + 4, count);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        const a = times[heap[child]];
        const b = times[heap[least]];
        if (a < b || (a === b && heap[child] < heap[least])) least = child;
      }
      const below = heap[least];
      if (seconds < times[below] || (seconds === times[below] && slot < below)) break;
      heap[hole] = below;
      positions[below] = hole + 1;
      hole = least;
    }
    heap[hole] = slot;
    positions[slot] = hole + 1;
  }

  #reserve(slot: number): void {
    const length = Math.max(this.#positions.length * 2, slot + 1);
    this.#heap = grown(this.#heap, length);
    this.#positions = grown(this.#positions, length);
    this.#times = grown(this.#times, length);
  }
}
