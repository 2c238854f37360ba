/**
 * Timers that all run equally long, so they end in the order they began: a ring instead of a heap.
 *
 * Hot: one push and one pop a request. An entry names a row and its generation; whether it is stale is seen when it
 * comes up, so nothing is ever searched or removed from the middle.
 */
export declare class TimerQueue {
    #private;
    /** Length of every timer. */
    readonly seconds: number;
    /** Row and generation of the timer that `pop` removed last. */
    row: number;
    generation: number;
    /** @param seconds length of every timer, > 0; Infinity makes a queue that stays empty */
    constructor(seconds: number);
    /** When the first timer ends; Infinity when none runs. A field, because the loop asks at every event. */
    nextSeconds: number;
    /** Starts a timer now; calls come in time order. */
    start(row: number, generation: number, nowSeconds: number): void;
    /** Removes the first timer and leaves it in `row` and `generation`; there must be one. */
    pop(): void;
}
