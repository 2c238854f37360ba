import { grown } from '../kernel/columns.js';

/**
 * The requests in their cpu phase at one instance, by the virtual time at which each completes.
 *
 * Hot: a binary heap in typed arrays; ties break by insertion.
 */
export class ShareHeap {
  count = 0;
  #sequence = 0;
  #tags = new Float64Array(8);
  #sequences = new Float64Array(8);
  #requests = new Int32Array(8);

  /** Virtual time of the next completion; only meaningful when count > 0. */
  get firstTag(): number {
    return this.#tags[0];
  }

  push(tag: number, requestSlot: number): void {
    if (this.count === this.#tags.length) this.#grow();
    const tags = this.#tags;
    let hole = this.count++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (tags[parent] <= tag) break;
      this.#move(parent, hole);
      hole = parent;
    }
    tags[hole] = tag;
    this.#sequences[hole] = this.#sequence++;
    this.#requests[hole] = requestSlot;
  }

  /** Removes the next to complete and returns its request slot. */
  pop(): number {
    const first = this.#requests[0];
    const last = --this.count;
    const tags = this.#tags;
    const sequences = this.#sequences;
    const tag = tags[last];
    const sequence = sequences[last];
    const request = this.#requests[last];
    let hole = 0;
    for (;;) {
      let child = hole * 2 + 1;
      if (child >= last) break;
      const right = child + 1;
      if (
        right < last &&
        (tags[right] < tags[child] || (tags[right] === tags[child] && sequences[right] < sequences[child]))
      )
        child = right;
      if (tag < tags[child] || (tag === tags[child] && sequence < sequences[child])) break;
      this.#move(child, hole);
      hole = child;
    }
    tags[hole] = tag;
    sequences[hole] = sequence;
    this.#requests[hole] = request;
    if (last === 0) this.#sequence = 0;
    return first;
  }

  clear(): void {
    this.count = 0;
    this.#sequence = 0;
  }

  #move(from: number, to: number): void {
    this.#tags[to] = this.#tags[from];
    this.#sequences[to] = this.#sequences[from];
    this.#requests[to] = this.#requests[from];
  }

  #grow(): void {
    this.#tags = grown(this.#tags);
    this.#sequences = grown(this.#sequences);
    this.#requests = grown(this.#requests);
  }
}
