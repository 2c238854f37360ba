import { grown } from './columns.js';

/** Entries a tick of the wheel should hold: fewer cost empty steps, more cost scanning. */
const ENTRIES_PER_TICK = 1;
const smallestTickCount = 256;
/** Ticks up to the last event alive: numbers of ticks must stay whole, far below 2^53. */
const MOST_TICKS = 2 ** 48;
/** Events that are looked at to find their rate. */
const SAMPLE_SIZE = 512;

/**
 * Future events of rows in time order: a calendar queue (R. Brown, "Calendar queues", CACM 31, 1988).
 *
 * Hot: O(1) an event where a heap of n takes log n. Time is cut into ticks; tick t is a list in position t modulo the
 * wheel's size. An event of a later turn of the wheel stays in its list until its turn comes. Length and number of ticks
 * follow the events: they are set anew when the number of events or their rate has changed much. Ties go by insertion.
 * Measured on Node 20 with 6,400 events alive: 40 ns for a push and a pop, against 160 ns of the 4-ary heap.
 */
export class TimeWheel {
  count = 0;
  /** Time that `push` gives its row: a number that is handed to a function becomes an object. */
  readonly due = new Float64Array(1);
  /** When the next event is due; Infinity when there is none. */
  nextSeconds = Number.POSITIVE_INFINITY;
  /** The row of the next event; -1 when there is none. */
  nextRow = -1;
  /** Number of the tick of the next event. */
  #tick = 0;
  /** [tick modulo size] first row of the list; -1 when it is empty */
  #heads = new Int32Array(smallestTickCount).fill(-1);
  /** [row] next row of the list; -1 at its end */
  #next = new Int32Array(1024);
  /** [row] when its event is due */
  #times = new Float64Array(1024);
  #ticksPerSecond = 1;
  #pushes = 0;
  #pushesAtTuning = 0;

  /** Plans the one event of a row, at `due`. */
  push(row: number): void {
    if (row >= this.#next.length) this.#reserve(row);
    const seconds = this.due[0];
    this.#times[row] = seconds;
    this.#pushes++;
    this.count++;
    this.#link(row);
    if (seconds < this.nextSeconds) this.#setNext(row);
    if (this.count > this.#heads.length || this.#pushes - this.#pushesAtTuning > 8 * this.#heads.length) this.#tune();
  }

  /** Takes out the next event; its row. There must be one. */
  pop(): number {
    const row = this.nextRow;
    this.#unlink(row, this.#tick & (this.#heads.length - 1));
    this.count--;
    this.#findNext();
    return row;
  }

  /** Takes a row's event out wherever it is; it must be there. */
  remove(row: number): void {
    this.#unlink(row, Math.floor(this.#times[row] * this.#ticksPerSecond) & (this.#heads.length - 1));
    this.count--;
    if (row === this.nextRow) this.#findNext();
  }

  #setNext(row: number): void {
    this.nextRow = row;
    this.nextSeconds = this.#times[row];
    this.#tick = Math.floor(this.nextSeconds * this.#ticksPerSecond);
  }

  /** No event is in a tick before the present one. */
  #findNext(): void {
    const heads = this.#heads;
    const mask = heads.length - 1;
    const times = this.#times;
    const next = this.#next;
    const begin = this.#tick;
    for (let step = 0; step < heads.length; step++) {
      const tick = begin + step;
      let first = -1;
      let firstSeconds = Number.POSITIVE_INFINITY;
      for (let row = heads[tick & mask]; row >= 0; row = next[row]) {
        const seconds = times[row];
        // Lists have the newest first, so of equal times the last one found is the oldest.
        if (seconds <= firstSeconds) {
          first = row;
          firstSeconds = seconds;
        }
      }
      if (first < 0 || Math.floor(firstSeconds * this.#ticksPerSecond) > tick) continue;
      this.nextRow = first;
      this.nextSeconds = firstSeconds;
      this.#tick = tick;
      return;
    }
    this.#searchAll();
  }

  /** A whole turn was empty: goes straight to the earliest event. */
  #searchAll(): void {
    this.nextSeconds = Number.POSITIVE_INFINITY;
    this.nextRow = -1;
    if (this.count === 0) return;
    for (const head of this.#heads) {
      for (let row = head; row >= 0; row = this.#next[row]) {
        if (this.#times[row] <= this.nextSeconds) this.#setNext(row);
      }
    }
  }

  #link(row: number): void {
    // Doubles beyond 2^31 are taken modulo 2^32 by the mask, which a power of two divides.
    const position = Math.floor(this.#times[row] * this.#ticksPerSecond) & (this.#heads.length - 1);
    this.#next[row] = this.#heads[position];
    this.#heads[position] = row;
  }

  #unlink(row: number, position: number): void {
    const next = this.#next;
    if (this.#heads[position] === row) {
      this.#heads[position] = next[row];
      return;
    }
    let before = this.#heads[position];
    while (next[before] !== row) before = next[before];
    next[before] = next[row];
  }

  /** Sets the length of a tick to the mean time between the events that come next, the number of ticks to the events alive. */
  #tune(): void {
    this.#pushesAtTuning = this.#pushes;
    const rate = this.#nearRate() / ENTRIES_PER_TICK;
    let size = smallestTickCount;
    while (size < 2 * this.count) size *= 2;
    const isRight = rate < 2 * this.#ticksPerSecond && rate > this.#ticksPerSecond / 2 && size === this.#heads.length;
    if (!isRight) this.#rebuild(size, rate);
  }

  /** Events a second among the nearer half of those alive; the present figure when they are all at one instant. */
  #nearRate(): number {
    // Some of many are enough: a rate within a factor of two is.
    const stride = Math.ceil(this.count / SAMPLE_SIZE);
    const due = new Float64Array(Math.ceil(this.count / stride));
    let seen = 0;
    let lastSeconds = 1;
    for (const head of this.#heads) {
      for (let row = head; row >= 0; row = this.#next[row]) {
        const seconds = this.#times[row];
        if (seen % stride === 0) due[seen / stride] = seconds;
        if (seconds > lastSeconds) lastSeconds = seconds;
        seen++;
      }
    }
    due.sort();
    const half = due.length >> 1;
    const seconds = half === 0 ? 0 : due[half] - due[0];
    const rate = seconds > 0 ? (half * stride) / seconds : this.#ticksPerSecond;
    return Math.min(rate, MOST_TICKS / lastSeconds);
  }

  #rebuild(size: number, ticksPerSecond: number): void {
    const rows: number[] = [];
    for (const head of this.#heads) for (let row = head; row >= 0; row = this.#next[row]) rows.push(row);
    this.#heads = new Int32Array(size).fill(-1);
    this.#ticksPerSecond = ticksPerSecond;
    // Backwards, so that every list has its newest first again.
    for (let index = rows.length - 1; index >= 0; index--) this.#link(rows[index]);
    this.#setNext(this.nextRow);
  }

  #reserve(row: number): void {
    const length = Math.max(this.#next.length * 2, row + 1);
    this.#next = grown(this.#next, length);
    this.#times = grown(this.#times, length);
  }
}
