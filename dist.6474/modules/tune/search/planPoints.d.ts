/** A setting: [axis] index of its value. */
export type Point = readonly number[];
/** Which settings a search begins with. */
interface PlannedPoints {
    /** Every combination, or a sample that local steps go on from. */
    readonly kind: 'full' | 'sample';
    readonly combinationCount: number;
    readonly points: readonly Point[];
}
interface Plan {
    /** [axis] how many values it has, each at least 1. */
    readonly counts: readonly number[];
    /** Settings that the runs suffice for, at least 1. */
    readonly most: number;
    readonly seed: number;
}
/**
 * All combinations of the values, the last axis turning fastest; where they are more than 200 or more than `most`, a Latin
 * hypercube of `most` of them.
 *
 * @see McKay, Beckman and Conover (1979): each axis is cut into as many strata as there are settings, and each stratum is used
 *   once. Deviation: values are few, so that several strata share one, and a setting that comes up twice is taken once.
 */
export declare function planPoints({ counts, most, seed }: Plan): PlannedPoints;
/** A text that tells settings apart. */
export declare function pointKey(point: Point): string;
/** Settings one step away along one axis, in the order of the axes. */
export declare function neighbours(point: Point, counts: readonly number[]): Point[];
export {};
