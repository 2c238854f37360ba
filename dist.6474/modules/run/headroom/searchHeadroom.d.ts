/** One factor that was tried. */
export interface Trial {
    /** Times the traffic of the scenario. */
    readonly factor: number;
    readonly isMet: boolean;
}
export interface HeadroomSearch<Tried extends Trial> {
    /** The largest factor tried that meets the SLO; undefined when none did. */
    readonly best: Tried | undefined;
    /** The smallest factor above it that misses; undefined when none did. */
    readonly missed: Tried | undefined;
    /** Everything that was tried, by factor. */
    readonly tried: readonly Tried[];
}
/** About how many factors a search tries: the scenario's own, one or two doublings, six halvings of a doubling. */
export declare const usualTrialCount = 9;
/**
 * The largest factor that meets, by doubling (or halving) from 1 until the answer changes, then bisection on a logarithmic scale.
 *
 * It supposes that more traffic is never easier; the trials show where that is not so.
 * @param mostAllowed factors beyond it are not tried
 */
export declare function searchHeadroom<Tried extends Trial>(tryFactor: (factor: number) => Promise<Tried>, mostAllowed: number): Promise<HeadroomSearch<Tried>>;
