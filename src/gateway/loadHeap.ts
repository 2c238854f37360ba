import { grown } from '../kernel/columns.js';

/**
 * Ready instances by (load, last pick): the least loaded on top, ties to the one picked longest ago.
 *
 * Hot: a 4-ary heap of instance slots with their positions, so that a load changes in place. An instance that was never
 * picked counts as picked when it was added, so new instances queue behind older idle ones.
 */
export class LoadHeap {
  count = 0;
  #heap = new Int32Array(64);
  /** [instanceSlot] position + 1; 0 when absent. */
  #positions = new Int32Array(64);
  #loads = new Int32Array(64);
  /** [instanceSlot] number of the last pick; exact up to 2^53 picks. */
  #picks = new Float64Array(64);
  #pickCount = 0;

  /** Load of the instance on top; only meaningful when count > 0. */
  get leastLoad(): number {
    return this.#loads[this.#heap[0]];
  }

  add(instance: number, load: number): void {
    if (instance >= this.#positions.length) this.#reserve(instance);
    this.#loads[instance] = load;
    this.#picks[instance] = this.#pickCount++;
    this.#heap[this.count] = instance;
    this.#positions[instance] = ++this.count;
    this.#up(this.count - 1);
  }

  remove(instance: number): void {
    const position = this.#positions[instance] - 1;
    if (position < 0) return;
    this.#positions[instance] = 0;
    const last = --this.count;
    if (position === last) return;
    const moved = this.#heap[last];
    this.#heap[position] = moved;
    this.#positions[moved] = position + 1;
    this.#up(position);
    this.#down(this.#positions[moved] - 1);
  }

  /** The instance on top, marked as picked now; its load is not changed here. */
  pickLeast(): number {
    const instance = this.#heap[0];
    this.#picks[instance] = this.#pickCount++;
    this.#down(0);
    return instance;
  }

  loadChanged(instance: number, load: number): void {
    const position = this.#positions[instance] - 1;
    if (position < 0) return;
    const rose = load > this.#loads[instance];
    this.#loads[instance] = load;
    if (rose) this.#down(position);
    else this.#up(position);
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#loads[a] - this.#loads[b];
    return difference < 0 || (difference === 0 && this.#picks[a] < this.#picks[b]);
  }

  #up(start: number): void {
    const heap = this.#heap;
    const instance = heap[start];
    let hole = start;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (!this.#isBefore(instance, heap[parent])) break;
      heap[hole] = heap[parent];
      this.#positions[heap[hole]] = hole + 1;
      hole = parent;
    }
    heap[hole] = instance;
    this.#positions[instance] = hole + 1;
  }

  #down(start: number): void {
    const heap = this.#heap;
    const { count } = this;
    const instance = heap[start];
    let hole = start;
    for (;;) {
      const first = hole * 4 + 1;
      if (first >= count) break;
      const end = Math.min(first + 4, count);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (this.#isBefore(heap[child], heap[least])) least = child;
      }
      if (!this.#isBefore(heap[least], instance)) break;
      heap[hole] = heap[least];
      this.#positions[heap[hole]] = hole + 1;
      hole = least;
    }
    heap[hole] = instance;
    this.#positions[instance] = hole + 1;
  }

  #reserve(instance: number): void {
    const length = Math.max(this.#positions.length * 2, instance + 1);
    this.#heap = grown(this.#heap, length);
    this.#positions = grown(this.#positions, length);
    this.#loads = grown(this.#loads, length);
    this.#picks = grown(this.#picks, length);
  }
}
