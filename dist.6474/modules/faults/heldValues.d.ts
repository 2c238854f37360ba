/**
 * What several faults do to one thing at the same time.
 *
 * Each holds a value; whenever one begins or ends, `apply` is told all that hold then, in the order in which they
 * began. What holds is always worked out from all of them, so faults may nest or cross, and the last to end leaves
 * nothing behind, not even a rounding.
 */
export declare class HeldValues {
    #private;
    constructor(apply: (key: number, values: readonly number[]) => void);
    /** Holds a value; the result lets go. */
    hold(key: number, value: number): () => void;
}
/** The share that fails when each of independent causes fails its own share. */
export declare function eitherRatio(ratios: readonly number[]): number;
