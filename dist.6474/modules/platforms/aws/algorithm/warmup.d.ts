/**
 * Instance warm-up: an instance that has just come does not count yet.
 *
 * For `warmupSeconds` after it is ready it is neither in the base capacity nor in the group's metric, and the computed
 * change is added to the *warm* capacity, while the desired count never falls on a scale-out:
 * ```
 * warm 4, desired 4   +1 -> 5      one instance starts and warms
 * warm 4, desired 5   +1 -> 5      the same one is still meant
 * warm 4, desired 5   +2 -> 6      one more
 * ```
 * This drawing is the test "adds the computed change to the warm capacity". Source: EC2 Auto Scaling User Guide, "Set the
 * default instance warmup"; the figures are a worked example of AWS re:Post. O(1).
 */
export declare function scaledOutFromWarm({ warmCount, desired, change }: WarmScaleOut): number;
interface WarmScaleOut {
    /** Ready instances whose warm-up is over. */
    readonly warmCount: number;
    /** In force now, with everything that starts and warms. */
    readonly desired: number;
    /** What the policy adds to the warm capacity. */
    readonly change: number;
}
/**
 * Whether an instance has warmed.
 *
 * Those that are there when the run begins count as warm: they stand for a group that has been running for long.
 */
export declare function isWarm(readySeconds: number, now: {
    readonly seconds: number;
    readonly warmupSeconds: number;
}): boolean;
export {};
