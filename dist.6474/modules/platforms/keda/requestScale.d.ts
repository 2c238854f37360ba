import type { HeldBy } from '../../record/heldBy.js';
/**
 * KEDA's own decision, taken at every poll: whether the target runs at all.
 *
 * Problem: an HPA cannot start a target that is at 0, nor stop it. Idea: KEDA moves the count between "nothing" (0, or
 * `idleReplicaCount`) and "running" (at least 1 and `minReplicaCount`), and leaves every other count to the HPA:
 *
 *     0 or idle  --a trigger is active-->            max(min, 1)   the HPA takes over
 *     N          --no trigger active for cooldown--> 0 or idle     the HPA is off
 *
 * So the cooldown belongs to the last step only; N -> 1 waits for the HPA's stabilization.
 * A trigger that cannot be read says nothing, and so nothing is stopped on its account.
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_scaledobjects.go. Deviation: activity is noted even when the
 * cloud then refuses the action, which changes nothing because the count stays where the next poll finds it.
 */
export declare function requestScale(request: ScaleRequest, rules: ScaleRules): ScaleAnswer;
/** What one poll found. */
export interface ScaleRequest {
    readonly nowSeconds: number;
    /** The count in force, as the target's spec has it. */
    readonly currentCount: number;
    /** Some trigger is above its activation threshold. */
    readonly isActive: boolean;
    /** Some trigger could not be read. */
    readonly hasError: boolean;
    /** The last poll with an active trigger; undefined when there never was one. */
    readonly lastActiveSeconds: number | undefined;
    readonly createdSeconds: number;
}
/** What the ScaledObject says of starting and stopping. */
export interface ScaleRules {
    readonly minCount: number;
    readonly idleCount: number | undefined;
    readonly cooldownSeconds: number;
    readonly initialCooldownSeconds: number;
    /** `fallback.replicas`; undefined without a fallback. */
    readonly fallbackCount: number | undefined;
    readonly isPaused: boolean;
    readonly isScaleInPaused: boolean;
    readonly isScaleOutPaused: boolean;
    readonly isForcedActive: boolean;
}
export interface ScaleAnswer {
    readonly count: number;
    /** Whether this poll counts as activity, from which the cooldown runs. */
    readonly isActive: boolean;
    /** Which rule held, the same text every time. */
    readonly rule: string;
    readonly reason: string;
    /** What keeps the target from being started. */
    readonly heldBy?: HeldBy;
}
/** KEDA's defaults: keda.sh, ScaledObject specification. */
export declare const scaleDefaults: {
    readonly pollingSeconds: 30;
    readonly cooldownSeconds: 300;
    readonly initialCooldownSeconds: 0;
    readonly minCount: 0;
    readonly maxCount: 100;
};
