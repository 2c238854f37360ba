/** Virtual time of a run. */
export interface Clock {
    /** Since the run began; never goes back. */
    readonly nowSeconds: number;
}
/**
 * The clock of one run. The loop alone moves it: whoever else could would break the order of events.
 *
 * A field and no accessor: a number that a call returns becomes an object, three times a request.
 */
export declare class RunClock implements Clock {
    nowSeconds: number;
}
