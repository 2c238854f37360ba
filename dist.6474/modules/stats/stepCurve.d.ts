/** A span of time, seconds. */
export interface TimeSpan {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/**
 * A count over time that changes in steps: each value holds from its instant until the next.
 *
 * Two numbers a change, so that integrals over it are exact sums and never samples.
 */
export declare class StepCurve {
    /** Ascending, all different. */
    readonly seconds: number[];
    /** [step] different from the one before. */
    readonly values: number[];
    /** The value from an instant on; instants never run backwards. A second value at one instant replaces the first. */
    set(seconds: number, value: number): void;
    /** The value at an instant; 0 before the first. O(log steps). */
    at(seconds: number): number;
    /** Index of the step that holds at an instant; -1 before the first. O(log steps). */
    stepAt(seconds: number): number;
    /** Steps that begin inside a span, not at its begin. */
    changesIn({ fromSeconds, toSeconds }: TimeSpan): {
        readonly seconds: number;
        readonly from: number;
        to: number;
    }[];
    /** The curve with every value changed by a function. */
    map(change: (value: number) => number): StepCurve;
}
/**
 * Walks several curves at once: one call for each stretch of a span in which none of them changes.
 *
 * The array of values is the same one at every call. O(steps x curves).
 */
export declare function walkTogether(curves: readonly StepCurve[], { fromSeconds, toSeconds }: TimeSpan, visit: (values: readonly number[], lengthSeconds: number, fromSeconds: number) => void): void;
