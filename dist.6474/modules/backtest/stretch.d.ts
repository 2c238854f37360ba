/** A part of a recording, seconds of its clock: from the first up to the second. */
export interface Stretch {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
export declare function lengthOf({ fromSeconds, toSeconds }: Stretch): number;
export declare function overlapOf(a: Stretch, b: Stretch): Stretch;
