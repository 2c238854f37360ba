/**
 * One time per row, the earliest on top; a row's time can be changed in place. Infinity: nothing is due there.
 *
 * Hot: holds the next CPU completion of every instance. A 4-ary heap with each row's position, so that a change costs a
 * sift and leaves no stale entry behind; times stand in the heap's order, where their comparison needs no row. Ties break
 * by the lower row.
 */
export declare class IndexedHeap {
    #private;
    /** The earliest time. A field, because the loop asks at every event. */
    nextSeconds: number;
    /** The row with the earliest time; only meaningful when `nextSeconds` is finite. */
    get nextRow(): number;
    /** Sets the row's time. Through a column, because a number that is handed to a function becomes an object. */
    set(row: number, seconds: number): void;
}
