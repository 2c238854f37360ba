/** A request as the gateway that answered it knows it. */
export interface AnsweredRequest {
    readonly requestClass: string;
    /** Seconds of the run at which the answer, or the end without one, was written. */
    readonly endSeconds: number;
    /** Arrival to end. */
    readonly seconds: number;
    /** Time with each instance that was tried; empty where none was reached. */
    readonly upstreamSeconds: readonly number[];
    readonly status: number;
    readonly bytes: number;
}
/** What a file of events holds, counted while it is read. */
export interface Tally {
    lineCount: number;
    unfinishedCount: number;
    droppedCount: number;
    unknownCount: number;
}
/**
 * The requests of a run in the order of their ends.
 *
 * The time with an instance is what nginx calls `$upstream_response_time`: from the try's being handed to it, its queue there
 * too, until its answer, or until nobody waits for it any more. Waits in the gateway itself are outside.
 * Memory in proportion to the requests that are inside at once. @throws ProblemError
 */
export declare function answeredRequests(file: string, tally: Tally): Generator<AnsweredRequest>;
