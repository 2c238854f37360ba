/** What two settings are weighed by; undefined where there is no value, which is worse than any. */
export interface Weighed {
    readonly goal: number | undefined;
    readonly safety: number | undefined;
}
/** For each, which way is better. */
export interface Directions {
    readonly goal: 'lower' | 'higher';
    readonly safety: 'lower' | 'higher';
}
/**
 * Those that no other beats: better in one and at least as good in the other; of equals the first.
 *
 * @returns [item] whether it is one of them; one without a goal or safety never is. O(n log n)
 */
export declare function paretoFront(items: readonly Weighed[], better: Directions): boolean[];
