/**
 * Requests that come next, in order, with the numbers they bring.
 *
 * Hot: those of open sources are worked out a block at a time in tight loops, and counted the same way, for nothing that
 * happens before it comes changes an arrival of an open source.
 */
export declare class ArrivalBlock {
    /** Whether all arrivals, of this and any later block, are of one (source, service) pair. */
    isOfOneGroup: boolean;
    /** [arrival] Infinity when no more come. */
    readonly seconds: Float64Array<ArrayBuffer>;
    readonly sources: Int32Array<ArrayBuffer>;
    /** [arrival] where it goes */
    readonly services: Int32Array<ArrayBuffer>;
    /** [arrival] number of its (source, service) pair */
    readonly groups: Int32Array<ArrayBuffer>;
    /** [arrival] user of a closed source; -1 for open ones */
    readonly users: Int32Array<ArrayBuffer>;
    /** [arrival] the same in every policy: the count within an open source, (user, iteration) of a closed one */
    readonly numbers: Float64Array<ArrayBuffer>;
    readonly cpuSeconds: Float64Array<ArrayBuffer>;
    readonly ioSeconds: Float64Array<ArrayBuffer>;
    /** [arrival] as in `RequestSampler` */
    readonly patienceSeconds: Float64Array<ArrayBuffer>;
    readonly routeUniforms: Float64Array<ArrayBuffer>;
    readonly errorUniforms: Float64Array<ArrayBuffer>;
    get length(): number;
}
