/** Ranks from 1, equal values share the mean of theirs; `compare` orders two values. */
export declare function ranksOf<Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): number[];
/**
 * The share of the ranks' spread that goes with each input when the others are held: standardised coefficients of a linear
 * regression of `output` on all `inputs`, -1..1 for inputs that were drawn independently.
 *
 * Problem: which input moves a result, when it may move it along any rising or falling curve? On ranks such a curve is a line.
 * @param inputs [input][observation] ranks @param output [observation] ranks
 * @returns [input]; 0 for one that never varies; null for all where the inputs cannot be told apart, as with fewer observations
 * @see Saltelli, Chan, Scott, "Sensitivity Analysis" (2000), chapter 2: standardised rank regression coefficients
 */
export declare function rankEffects(inputs: readonly (readonly number[])[], output: readonly number[]): (number | null)[];
/** Pearson's; 0 where one does not vary. */
export declare function correlation(a: readonly number[], b: readonly number[]): number;
