import { grown } from './columns.js';
/**
 * Timers that all run equally long, so they end in the order they began: a ring instead of a heap.
 *
 * Hot: one push and one pop a request. An entry names a row and its generation; whether it is stale is seen when it
 * comes up, so nothing is ever searched or removed from the middle.
 */
export class TimerQueue {
    /** Length of every timer. */
    seconds;
    #head = 0;
    #count = 0;
    #ends = new Float64Array(256);
    #rows = new Int32Array(256);
    #generations = new Int32Array(256);
    /** Row and generation of the timer that `pop` removed last. */
    row = 0;
    generation = 0;
    /** @param seconds length of every timer, > 0; Infinity makes a queue that stays empty */
    constructor(seconds) {
        this.seconds = seconds;
    }
    /** When the first timer ends; Infinity when none runs. A field, because the loop asks at every event. */
    nextSeconds = Number.POSITIVE_INFINITY;
    /** Starts a timer now; calls come in time order. */
    start(row, generation, nowSeconds) {
        if (this.seconds === Number.POSITIVE_INFINITY)
            return;
        if (this.#count === this.#ends.length)
            this.#grow();
        const tail = (this.#head + this.#count++) & (this.#ends.length - 1);
        this.#ends[tail] = nowSeconds + this.seconds;
        if (this.#count === 1)
            this.nextSeconds = this.#ends[tail];
        this.#rows[tail] = row;
        this.#generations[tail] = generation;
    }
    /** Removes the first timer and leaves it in `row` and `generation`; there must be one. */
    pop() {
        this.row = this.#rows[this.#head];
        this.generation = this.#generations[this.#head];
        this.#head = (this.#head + 1) & (this.#ends.length - 1);
        this.#count--;
        this.nextSeconds = this.#count === 0 ? Number.POSITIVE_INFINITY : this.#ends[this.#head];
    }
    /** Doubles the ring; lengths stay powers of two. The part before the head goes behind the old end. */
    #grow() {
        const length = this.#ends.length;
        this.#ends = grown(this.#ends);
        this.#rows = grown(this.#rows);
        this.#generations = grown(this.#generations);
        this.#ends.copyWithin(length, 0, this.#head);
        this.#rows.copyWithin(length, 0, this.#head);
        this.#generations.copyWithin(length, 0, this.#head);
    }
}
