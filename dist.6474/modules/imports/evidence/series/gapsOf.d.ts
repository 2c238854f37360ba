/** A span without values: the last instant before it, and the first after. */
export interface Gap {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/** Where steps are much longer than usual, the longest first. */
export declare function gapsOf(seconds: ArrayLike<number>, stepSeconds: number | null): Gap[];
