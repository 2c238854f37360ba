import { grown } from '../../kernel/columns.js';

/**
 * The requests in their cpu phase at one instance, by the virtual time at which each completes.
 *
 * Hot: a binary heap in typed arrays; ties break by insertion.
 */
export class ShareHeap {
  count = 0;
  /** Virtual time of the row that `push` takes in: a number that is handed to a function becomes an object. */
  readonly tag = new Float64Array(1);
  #sequence = 0;
  #tags = new Float64Array(8);
  #sequences = new Float64Array(8);
  #rows = new Int32Array(8);

  /** Virtual time of the next completion; only meaningful when count > 0. */
  get firstTag(): number {
    return this.#tags[0];
  }

  /** The row completes at `tag`. */
  push(row: number): void {
    if (this.count === this.#tags.length) this.#grow();
    const tags = this.#tags;
    const tag = this.tag[0];
    let hole = this.count++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (tags[parent] <= tag) break;
      this.#move(parent, hole);
      hole = parent;
    }
    tags[hole] = tag;
    this.#sequences[hole] = this.#sequence++;
    this.#rows[hole] = row;
  }

  /** Removes the next to complete and returns its row. */
  pop(): number {
    const first = this.#rows[0];
    this.#removeAt(0);
    return first;
  }

  /** Takes a row out wherever it is; it must be in. */
  remove(row: number): void {
    this.#removeAt(this.#rows.indexOf(row));
  }

  clear(): void {
    this.count = 0;
    this.#sequence = 0;
  }

  /** Puts the last entry into the hole, and from there where it belongs. */
  #removeAt(position: number): void {
    const last = --this.count;
    if (last === 0) {
      this.#sequence = 0;
      return;
    }
    const tags = this.#tags;
    const sequences = this.#sequences;
    const tag = tags[last];
    const sequence = sequences[last];
    const row = this.#rows[last];
    let hole = position;
    // Only below another branch's entries may the last one belong above the hole.
    for (let parent = (hole - 1) >> 1; hole > 0 && isBefore(tag, sequence, tags[parent], sequences[parent]); ) {
      this.#move(parent, hole);
      hole = parent;
      parent = (hole - 1) >> 1;
    }
    for (;;) {
      let child = hole * 2 + 1;
      if (child >= last) break;
      const right = child + 1;
      if (right < last && isBefore(tags[right], sequences[right], tags[child], sequences[child])) child = right;
      if (isBefore(tag, sequence, tags[child], sequences[child])) break;
      this.#move(child, hole);
      hole = child;
    }
    tags[hole] = tag;
    sequences[hole] = sequence;
    this.#rows[hole] = row;
  }

  #move(from: number, to: number): void {
    this.#tags[to] = this.#tags[from];
    this.#sequences[to] = this.#sequences[from];
    this.#rows[to] = this.#rows[from];
  }

  #grow(): void {
    this.#tags = grown(this.#tags);
    this.#sequences = grown(this.#sequences);
    this.#rows = grown(this.#rows);
  }
}

function isBefore(tag: number, sequence: number, otherTag: number, otherSequence: number): boolean {
  return tag < otherTag || (tag === otherTag && sequence < otherSequence);
}
