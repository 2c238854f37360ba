import { type ScaleEvent } from './scaleEvents.js';
import type { Direction, ScalingPolicy, ScalingRules } from './scalingRules.js';
interface RateScene {
    readonly nowSeconds: number;
    readonly currentReplicas: number;
    readonly upEvents: readonly ScaleEvent[];
    readonly downEvents: readonly ScaleEvent[];
}
/** How far the count may go now, and which policy says so; no policy when the direction is disabled. */
export interface RateLimit {
    readonly limit: number;
    readonly policy: ScalingPolicy | undefined;
}
/**
 * The count that the policies of one direction allow.
 *
 * Each policy looks back over its period: the count then was the present one without what was added and with what was
 * removed since, and from there it allows its step. Changes of both directions count in both.
 *
 *     up,   Pods v      start + v             down, Pods v      start - v
 *     up,   Percent v   start x (1 + v/100)   down, Percent v   start x (1 - v/100)
 *           rounded up, or 1 pod                    cut toward zero, so that a
 *           could never become 2                    remainder of a pod is removed too
 *
 * `Max` takes the policy that allows the largest change, `Min` the smallest. The limit may lie on the wrong side of the
 * present count after a large change; the caller then stays.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (calculateScaleUpLimitWithScalingRules,
 * calculateScaleDownLimitWithBehaviors). Go's int32 would overflow where the value here is cut.
 */
export declare function rateLimit(direction: Direction, rules: ScalingRules, scene: RateScene): RateLimit;
export {};
