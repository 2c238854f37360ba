/**
 * Unpacks gzip data piece by piece and proves it whole.
 *
 * The unpacker takes a stream that is cut between two symbols for a complete one; only the trailer of each member tells.
 */
export declare class GzipReader {
    #private;
    constructor();
    /** Unpacks the next bytes; none means the end. @throws Error when the data is not a whole gzip file */
    push(chunk: Uint8Array): Uint8Array[];
}
