/**
 * Cooldowns of Application Auto Scaling (ECS and others), which has no warm-up.
 *
 * Out: what was added within the cooldown still counts as coming, so a following scale-out starts from the capacity before
 * it and goes through only if it wants more. In: nothing more is removed until the cooldown is over; a scale-out ends it.
 * ```
 * 10 --+2--> 12        cooldown   again +2 of 10 -> 12, nothing      +3 of 10 -> 13, one more
 * ```
 * This drawing is the test "counts what the running cooldown has added". Source: Application Auto Scaling API reference,
 * TargetTrackingScalingPolicyConfiguration and StepScalingPolicyConfiguration (2016-02-06), Cooldown. O(additions).
 */
export interface Addition {
    readonly seconds: number;
    readonly count: number;
}
/** The capacity that a scale-out starts from: the desired count without what was added within the cooldown. */
export declare function capacityBeforeCooldown(desired: number, additions: readonly Addition[], now: {
    readonly seconds: number;
    readonly cooldownSeconds: number;
}): number;
/**
 * Seconds of a cooldown that the manifest leaves out; 0 for every kind of target that is not named.
 *
 * Source: Application Auto Scaling User Guide, "How target tracking works", default values of cooldowns (2025); EMR clusters
 * are in the API reference's list alone.
 */
export declare function defaultCooldownSeconds(serviceNamespace: string): number;
