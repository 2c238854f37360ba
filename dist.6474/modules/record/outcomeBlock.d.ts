/** Rows of one block. */
export declare const outcomeLimit = 256;
/** What a row says, as bits above the outcome in the lowest three; a row may say several things of one try. */
export declare const said: {
    /** `outcome` of the request, or `nothing` where it goes on. */
    readonly outcomeMask: 7;
    readonly nothing: 7;
    /** The try was answered, or its client has given it up: telemetry counts it. */
    readonly answer: number;
    /** The answer is an error. */
    readonly error: number;
    /** The answer never came from an instance (503); it has no latency worth a quantile. */
    readonly refused: number;
    /** The request has waited at or was served by a service, not only refused. */
    readonly reached: number;
    /** The try gave its slot back. */
    readonly left: number;
    /** The try holds its slot at the end of the run. */
    readonly held: number;
    /** A try that is not the first begins. */
    readonly retry: number;
    /** An iteration found no VU (k6). */
    readonly dropped: number;
    /** The request found no idle instance of a service that scales per request. */
    readonly coldStart: number;
    /** The columns `tried` and `waited` are those of a first try: the arrival, and the wait until its begin. */
    readonly first: number;
};
/** A first try that was served and answered: what nearly all rows say. */
export declare const servedFirst: number;
/**
 * What became of tries and requests, in its order, not yet told to those who count.
 *
 * Hot: counting a block at a time in one tight loop for each who counts takes 60 ns an answer less than telling all of
 * them at every answer, for then each call boxes its numbers and throws the others out of the caches. What can be worked
 * out from the rest is, when the block is closed.
 */
export declare class OutcomeBlock {
    #private;
    count: number;
    /** The run has one (source, service) pair; then the columns of services and groups stay as they are, all 0. */
    readonly isAlwaysOfOne: boolean;
    /** [row] `said` */
    readonly kinds: Int32Array<ArrayBuffer>;
    /** [row] number of the (source, service) pair */
    readonly groups: Int32Array<ArrayBuffer>;
    readonly arrivalSeconds: Float64Array<ArrayBuffer>;
    /** [row] when the try began to hold its slot */
    readonly beginSeconds: Float64Array<ArrayBuffer>;
    /** [row] when this happened */
    readonly endSeconds: Float64Array<ArrayBuffer>;
    /** [row] when the try arrived */
    readonly triedSeconds: Float64Array<ArrayBuffer>;
    /** [row] how long the request waited, all tries */
    readonly waitedSeconds: Float64Array<ArrayBuffer>;
    /** [row] of a closed block, as all below */
    readonly services: Int32Array<ArrayBuffer>;
    /** [row] from arrival to this */
    readonly latencySeconds: Float64Array<ArrayBuffer>;
    /** [row] 1 for an answer that is an error */
    readonly errors: Uint8Array<ArrayBuffer>;
    errorCount: number;
    /** Whether all rows are first tries that were served and answered. */
    isServedFirst: boolean;
    /** Whether all rows are of one service; then whoever counts need not look for the counter of each. */
    isOfOneService: boolean;
    /** Whether all rows are of one (source, service) pair. */
    isOfOneGroup: boolean;
    constructor({ sourceCount, serviceCount }: {
        readonly sourceCount: number;
        readonly serviceCount: number;
    });
    /** No more are added before `clear`. */
    close(): void;
    clear(): void;
}
