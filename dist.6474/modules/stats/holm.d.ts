/** Says whether a test rejects "no difference" when its interval has this confidence; a wider one never rejects more. */
export type Rejects = (confidence: number) => boolean;
/**
 * The confidence that all intervals of a family must have so that, where nothing differs, the chance that any of them leaves
 * out 0 is at most `errorRate`.
 *
 * Holm's step-down: with m tests the first must pass at errorRate / m, the second at errorRate / (m - 1), ... At the step that
 * fails, the tests that passed so far are just those that pass at that step's level: one confidence serves the whole family,
 * and an interval at it leaves out 0 exactly where Holm rejects.
 * @param familyCount tests of the family, those that cannot reject included
 * @see Holm (1979)
 */
export declare function holmConfidence(tests: readonly Rejects[], { familyCount, errorRate }: {
    readonly familyCount: number;
    readonly errorRate?: number;
}): number;
