/**
 * Where a request is. Held: its io phase ended while the instance is paused; backoff: between two tries, in no list.
 */
export declare const place: {
    readonly free: 0;
    readonly centralQueue: 1;
    readonly instanceQueue: 2;
    readonly cpu: 3;
    readonly io: 4;
    readonly held: 5;
    readonly backoff: 6;
};
/** `doubles[(row << 4) | double.x]` */
export declare const double: {
    /** When the request was meant to arrive. */
    readonly arrival: 0;
    /** When the present try arrived, and with it its wait. */
    readonly tried: 1;
    /** When it took its slot of the instance. */
    readonly began: 2;
    /** Demand on processors, seconds. */
    readonly cpu: 3;
    /** Time it holds its slot beside that, seconds. */
    readonly io: 4;
    /** Uniform draw that decides whether the answer is an error. */
    readonly errorUniform: 8;
    /** Waiting before the present wait, seconds. */
    readonly waited: 9;
    /** Absolute; Infinity without patience. */
    readonly patienceEnds: 10;
    /** The instance's pause clock when the io phase began; of a held request the io time that is left. */
    readonly pause: 11;
    /** Number of the request within its source; keys the draws of its retries. */
    readonly arrivalNumber: 12;
};
/** `words[(row << 5) | word.x]` */
export declare const word: {
    /** Number of the (source, service) pair. */
    readonly group: 10;
    readonly service: 11;
    readonly instance: 12;
    readonly place: 13;
    /** Tries that the row has held. */
    readonly generation: 14;
    /** `isOrphan` and `hasReached` */
    readonly flags: 15;
    readonly next: 26;
    readonly previous: 27;
    /** User of a closed source; -1 of an open one. */
    readonly user: 28;
    /** Number of the present try, from 1. */
    readonly tries: 29;
    /** Requests that the row has held. */
    readonly life: 30;
    /** Orders the requests inside an instance by their begin. */
    readonly beginNumber: 31;
};
/** A try that its request has left behind. */
export declare const isOrphan = 1;
/** The request has waited at or was served by a service, not only refused. */
export declare const hasReached = 2;
/**
 * The requests under way, one row each.
 *
 * Hot: a row is a record of 128 bytes, what every event needs in its first cache line; doubles and words (whole numbers)
 * are two views of one memory. Grows with the requests alive at once, never with their total; whoever holds a view takes
 * it anew after `allocate`. `generation` and `life` tell events that were planned for an earlier try or request of the row.
 * A request that waits is linked into one list (a central queue or that of an instance), so leaving from the middle is O(1).
 * Orphans: a try whose client has stopped waiting stays at its instance, which does not notice; its request has moved on.
 */
export declare class RequestTable {
    #private;
    doubles: Float64Array<ArrayBuffer>;
    words: Int32Array<ArrayBuffer>;
    /** One more than the highest row ever used. */
    get rowCount(): number;
    allocate(): number;
    release(row: number): void;
    /** A new row with the same request in it; the try it is in stays behind in `row`. */
    moveOn(row: number): number;
    /** The request of this row is over or has moved on; the try stays where it is. */
    orphan(row: number): void;
    isOrphan(row: number): boolean;
    placeOf(row: number): number;
    /** Appends the request to a list. */
    append(list: RequestList, row: number): void;
    /** Takes the request out of the list that it is in. */
    unlink(list: RequestList, row: number): void;
}
/** A doubly linked list of rows through the table's own words. */
export declare class RequestList {
    /** First row; -1 when empty. */
    head: number;
    tail: number;
    count: number;
}
