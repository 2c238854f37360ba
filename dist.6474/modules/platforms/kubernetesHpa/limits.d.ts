import type { RateLimit } from './rateLimit.js';
import type { ScalingPolicy } from './scalingRules.js';
/** Upstream's name of what bound the count, as `kubectl describe hpa` shows it. */
type LimitReason = 'DesiredWithinRange' | 'TooFewReplicas' | 'TooManyReplicas' | 'ScaleUpLimit' | 'ScaleDownLimit';
export interface Limited {
    readonly replicas: number;
    readonly reason: LimitReason;
    /** The policy behind a ScaleUpLimit or ScaleDownLimit. */
    readonly policy: ScalingPolicy | undefined;
}
interface Bounds {
    readonly minReplicas: number;
    readonly maxReplicas: number;
}
interface Move extends Bounds {
    readonly currentReplicas: number;
    readonly desiredReplicas: number;
}
/**
 * Without `behavior`: within min and max, and at most twice the present count (or 4) in one sync.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (convertDesiredReplicasWithRules).
 */
export declare function limitLegacy({ currentReplicas, desiredReplicas, minReplicas, maxReplicas }: Move, { factor, minimumCount }: {
    readonly factor: number;
    readonly minimumCount: number;
}): Limited;
/**
 * With `behavior`: a move up is cut by the policies and max, a move down by the policies and min.
 *
 * A policy that has no room left keeps the count where it is; it never moves it back. Max is no limit on the way down,
 * nor min on the way up: a count outside of them was brought back before any metric was read.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (convertDesiredReplicasWithBehaviorRate).
 * @param limitOf what the policies of a direction allow
 */
export declare function limitWithBehavior({ currentReplicas, desiredReplicas, minReplicas, maxReplicas }: Move, limitOf: (direction: 'up' | 'down') => RateLimit): Limited;
export {};
