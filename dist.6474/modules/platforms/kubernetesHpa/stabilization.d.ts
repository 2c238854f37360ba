/** What the metrics asked for at one sync, before anything held it back. */
export interface Recommendation {
    readonly replicas: number;
    readonly timeSeconds: number;
}
/** A count after stabilization, the log with the new proposal in it, and the entry that held it, if one did. */
export interface Stabilized {
    readonly replicas: number;
    readonly log: readonly Recommendation[];
    readonly heldBy: {
        readonly direction: 'up' | 'down';
        readonly recommendation: Recommendation;
    } | undefined;
}
/**
 * Without `behavior`: the highest recommendation of the window holds.
 *
 * Entries of exactly the window's age still count. The proposal takes the place of the last entry that is older, so the
 * log stays as long as its longest window ever was.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendation).
 */
export declare function stabilizeLegacy(log: readonly Recommendation[], proposal: Recommendation, windowSeconds: number): Stabilized;
interface Windows {
    readonly currentReplicas: number;
    readonly upSeconds: number;
    readonly downSeconds: number;
}
/**
 * With `behavior`: the present count is moved into the band that both windows leave.
 *
 *     proposal and entries of the up window    -> lowest  : the count rises at least to it
 *     proposal and entries of the down window  -> highest : the count falls at least to it
 *
 * Entries of exactly a window's age are out. The proposal takes the place of the last entry older than both windows.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendationWithBehaviors).
 */
export declare function stabilizeWithBehavior(log: readonly Recommendation[], proposal: Recommendation, { currentReplicas, upSeconds, downSeconds }: Windows): Stabilized;
export {};
