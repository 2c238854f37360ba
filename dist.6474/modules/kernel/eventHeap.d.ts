/**
 * The future events of the requests: a 4-ary heap in typed arrays.
 *
 * Hot: plain loops and preallocated arrays on purpose (no allocation, closure or string per event).
 * Order: time, then rank (what comes first at one instant), then the sequence of scheduling; never heap luck.
 * An event names a row and the row's generation, so that an event of a row used anew is recognised as stale.
 */
export declare class EventHeap {
    #private;
    /** Kind, row and generation of the event that `pop` removed last. */
    kind: number;
    row: number;
    generation: number;
    get count(): number;
    /** Time of the earliest event, seconds; Infinity when there is none. A field, because the loop asks at every event. */
    nextSeconds: number;
    /** Rank of the earliest event; only meaningful when there is one. */
    get nextRank(): number;
    push(seconds: number, rank: number, kind: number, row: number, generation: number): void;
    /** Removes the earliest event and leaves it in `kind`, `row` and `generation`; the heap must not be empty. */
    pop(): void;
}
