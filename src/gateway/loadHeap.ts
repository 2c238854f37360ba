import { grown } from '../kernel/columns.js';

/**
 * Ready instances by (load, last pick): the least loaded on top, ties to the one picked longest ago.
 *
 * Hot: a 4-ary heap whose keys stand in heap order, so that the four children share a cache line; positions are kept, so
 * that a load changes in place. An instance that was never picked counts as picked when it was added, so new instances
 * queue behind older idle ones. A pick moves nothing: the load of who is picked rises next, and that moves it once.
 */
export class LoadHeap {
  count = 0;
  /** [position] instance slot */
  #heap = new Int32Array(64);
  /** [2 x position] load, [2 x position + 1] number of the last pick; exact up to 2^53 picks */
  #keys = new Float64Array(128);
  /** [instanceSlot] position + 1; 0 when absent */
  #positions = new Int32Array(64);
  #pickCount = 0;
  /** The one on top was picked and has not moved yet. */
  #isTopStale = false;

  /** Load of the instance on top; only meaningful when count > 0. */
  get leastLoad(): number {
    this.#settle();
    return this.#keys[0];
  }

  add(instance: number, load: number): void {
    this.#settle();
    if (instance >= this.#positions.length || this.count === this.#heap.length) this.#reserve(instance);
    this.#up(this.count++, instance, load, this.#pickCount++);
  }

  remove(instance: number): void {
    this.#settle();
    const position = this.#positions[instance] - 1;
    if (position < 0) return;
    this.#positions[instance] = 0;
    const last = --this.count;
    if (position === last) return;
    const load = this.#keys[2 * last];
    const pick = this.#keys[2 * last + 1];
    this.#up(position, this.#heap[last], load, pick);
    this.#sink(this.#positions[this.#heap[last]] - 1);
  }

  /** The instance on top, marked as picked now; its load is not changed here. */
  pickLeast(): number {
    this.#settle();
    this.#keys[1] = this.#pickCount++;
    this.#isTopStale = true;
    return this.#heap[0];
  }

  loadChanged(instance: number, load: number): void {
    const position = this.#positions[instance] - 1;
    if (position < 0) return;
    if (position > 0) this.#settle();
    const now = this.#positions[instance] - 1;
    const rose = load > this.#keys[2 * now];
    this.#keys[2 * now] = load;
    if (now === 0) this.#isTopStale = false;
    if (rose || now === 0) this.#sink(now);
    else this.#up(now, instance, load, this.#keys[2 * now + 1]);
  }

  #settle(): void {
    if (!this.#isTopStale) return;
    this.#isTopStale = false;
    this.#sink(0);
  }

  /** Puts an instance into the hole at `start` or above it. */
  #up(start: number, instance: number, load: number, pick: number): void {
    const heap = this.#heap;
    const keys = this.#keys;
    let hole = start;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const parentLoad = keys[2 * parent];
      if (load > parentLoad || (load === parentLoad && pick >= keys[2 * parent + 1])) break;
      heap[hole] = heap[parent];
      keys[2 * hole] = parentLoad;
      keys[2 * hole + 1] = keys[2 * parent + 1];
      this.#positions[heap[hole]] = hole + 1;
      hole = parent;
    }
    this.#put(hole, instance, load, pick);
  }

  /** Moves the one at `start` below all that come before it. */
  #sink(start: number): void {
    const heap = this.#heap;
    const keys = this.#keys;
    const { count } = this;
    const instance = heap[start];
    const load = keys[2 * start];
    const pick = keys[2 * start + 1];
    let hole = start;
    for (;;) {
      const first = hole * 4 + 1;
      if (first >= count) break;
      const end = first + 4 < count ? first + 4 : count;
      let least = first;
      let leastLoad = keys[2 * first];
      let leastPick = keys[2 * first + 1];
      for (let child = first + 1; child < end; child++) {
        const childLoad = keys[2 * child];
        if (childLoad > leastLoad || (childLoad === leastLoad && keys[2 * child + 1] >= leastPick)) continue;
        least = child;
        leastLoad = childLoad;
        leastPick = keys[2 * child + 1];
      }
      if (leastLoad > load || (leastLoad === load && leastPick >= pick)) break;
      heap[hole] = heap[least];
      keys[2 * hole] = leastLoad;
      keys[2 * hole + 1] = leastPick;
      this.#positions[heap[hole]] = hole + 1;
      hole = least;
    }
    this.#put(hole, instance, load, pick);
  }

  #put(position: number, instance: number, load: number, pick: number): void {
    this.#heap[position] = instance;
    this.#keys[2 * position] = load;
    this.#keys[2 * position + 1] = pick;
    this.#positions[instance] = position + 1;
  }

  #reserve(instance: number): void {
    const length = Math.max(this.#positions.length * 2, instance + 1);
    this.#heap = grown(this.#heap, length);
    this.#keys = grown(this.#keys, 2 * length);
    this.#positions = grown(this.#positions, length);
  }
}
