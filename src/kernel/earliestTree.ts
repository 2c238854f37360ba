import { grown } from './columns.js';

/**
 * One time per row, and which row has the earliest; a row's time can be changed. Infinity: nothing is due there.
 *
 * Hot: holds the next completion of every instance. A tournament: leaves are the rows' times, a node has the earlier of its two children,
 * the root the earliest of all. A change goes up only as far as it changes anything, two nodes on average where many rows
 * have times, and no row moves. Ties break by the lower row.
 */
export class EarliestTree {
  /** Time that `set` gives its row: a number that is handed to a function becomes an object. */
  readonly due = new Float64Array(1);
  /** A power of two; row r is leaf r. */
  #leafCount = 8;
  /** [node] 1 is the root, 2n and 2n + 1 are the children of n, leaves come last; seconds */
  #times = new Float64Array(2 * this.#leafCount).fill(Number.POSITIVE_INFINITY);

  /** The earliest time. A field, because the loop asks at every event. */
  nextSeconds = Number.POSITIVE_INFINITY;

  /** The row with the earliest time; only meaningful when `nextSeconds` is finite. */
  get nextRow(): number {
    const times = this.#times;
    const leafCount = this.#leafCount;
    const earliest = times[1];
    let node = 1;
    while (node < leafCount) {
      node <<= 1;
      if (times[node] !== earliest) node++;
    }
    return node - leafCount;
  }

  /** Gives the row the time in `due`. */
  set(row: number): void {
    if (row >= this.#leafCount) this.#reserve(row);
    const times = this.#times;
    let node = this.#leafCount + row;
    times[node] = this.due[0];
    while (node > 1) {
      node >>= 1;
      const earlier = Math.min(times[node << 1], times[(node << 1) | 1]);
      if (times[node] === earlier) return;
      times[node] = earlier;
    }
    this.nextSeconds = times[1];
  }

  /** Nothing is due at the row. */
  clear(row: number): void {
    this.due[0] = Number.POSITIVE_INFINITY;
    this.set(row);
  }

  /** The tree so far becomes the left half of a larger one, as often as it takes. */
  #reserve(row: number): void {
    while (row >= this.#leafCount) {
      const leafCount = 2 * this.#leafCount;
      const before = this.#times;
      const times = grown(before).fill(Number.POSITIVE_INFINITY);
      for (let level = 1; level < leafCount; level *= 2) times.set(before.subarray(level, 2 * level), 2 * level);
      times[1] = before[1];
      this.#times = times;
      this.#leafCount = leafCount;
    }
  }
}
