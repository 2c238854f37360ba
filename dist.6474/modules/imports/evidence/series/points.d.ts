/** Instants in seconds since 1970 (or of the file's own clock), in order, and the value from each on. */
export interface Points {
    readonly seconds: Float64Array;
    readonly values: Float64Array;
}
/** The usual distance of two instants, the lower median of the first ten thousand; undefined of fewer than two. */
export declare function stepOf(seconds: Float64Array): number | undefined;
