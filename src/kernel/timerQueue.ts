import { grown } from './columns.js';

/**
 * Timers that all run equally long, so they end in the order they began: a ring instead of a heap.
 *
 * Hot: one push and one pop a request. An entry names a row and its generation; whether it is stale is seen when it
 * is the first, so nothing is ever searched or removed from the middle.
 */
export class TimerQueue {
  /** Length of every timer. */
  readonly seconds: number;
  #head = 0;
  #count = 0;
  #ends = new Float64Array(256);
  #rows = new Int32Array(256);
  #generations = new Int32Array(256);

  /** @param seconds length of every timer, > 0; Infinity makes a queue that stays empty */
  constructor(seconds: number) {
    this.seconds = seconds;
  }

  /** When the first timer ends; Infinity when none runs. A field, because the loop asks at every event. */
  nextSeconds = Number.POSITIVE_INFINITY;
  /** Row and generation of the first timer, if one runs. */
  nextRow = 0;
  nextGeneration = 0;

  /** Starts a timer now; calls come in time order. */
  start(row: number, generation: number, nowSeconds: number): void {
    if (this.seconds === Number.POSITIVE_INFINITY) return;
    if (this.#count === this.#ends.length) this.#grow();
    const tail = (this.#head + this.#count++) & (this.#ends.length - 1);
    this.#ends[tail] = nowSeconds + this.seconds;
    this.#rows[tail] = row;
    this.#generations[tail] = generation;
    if (this.#count === 1) this.#look();
  }

  /** Removes the first timer; there must be one. */
  pop(): void {
    this.#head = (this.#head + 1) & (this.#ends.length - 1);
    this.#count--;
    if (this.#count > 0) this.#look();
    else this.nextSeconds = Number.POSITIVE_INFINITY;
  }

  #look(): void {
    this.nextSeconds = this.#ends[this.#head];
    this.nextRow = this.#rows[this.#head];
    this.nextGeneration = this.#generations[this.#head];
  }

  /** Doubles the ring; lengths stay powers of two. The part before the head goes behind the old end. */
  #grow(): void {
    const length = this.#ends.length;
    this.#ends = grown(this.#ends);
    this.#rows = grown(this.#rows);
    this.#generations = grown(this.#generations);
    this.#ends.copyWithin(length, 0, this.#head);
    this.#rows.copyWithin(length, 0, this.#head);
    this.#generations.copyWithin(length, 0, this.#head);
  }
}
