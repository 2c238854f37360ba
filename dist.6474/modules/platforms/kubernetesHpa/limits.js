import { saturateInt32 } from './saturate.js';
/**
 * Without `behavior`: within min and max, and at most twice the present count (or 4) in one sync.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (convertDesiredReplicasWithRules).
 */
export function limitLegacy({ currentReplicas, desiredReplicas, minReplicas, maxReplicas }, { factor, minimumCount }) {
    const growthLimit = saturateInt32(Math.trunc(Math.max(factor * currentReplicas, minimumCount)));
    if (desiredReplicas < minReplicas)
        return limited(minReplicas, 'TooFewReplicas');
    if (desiredReplicas > Math.min(maxReplicas, growthLimit)) {
        return maxReplicas > growthLimit ? limited(growthLimit, 'ScaleUpLimit') : limited(maxReplicas, 'TooManyReplicas');
    }
    return limited(desiredReplicas, 'DesiredWithinRange');
}
/**
 * With `behavior`: a move up is cut by the policies and max, a move down by the policies and min.
 *
 * A policy that has no room left keeps the count where it is; it never moves it back. Max is no limit on the way down,
 * nor min on the way up: a count outside of them was brought back before any metric was read.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (convertDesiredReplicasWithBehaviorRate).
 * @param limitOf what the policies of a direction allow
 */
export function limitWithBehavior({ currentReplicas, desiredReplicas, minReplicas, maxReplicas }, limitOf) {
    if (desiredReplicas > currentReplicas) {
        const { limit, policy } = limitOf('up');
        const allowed = Math.max(limit, currentReplicas);
        if (desiredReplicas > Math.min(maxReplicas, allowed)) {
            return maxReplicas > allowed ? limited(allowed, 'ScaleUpLimit', policy) : limited(maxReplicas, 'TooManyReplicas');
        }
    }
    else if (desiredReplicas < currentReplicas) {
        const { limit, policy } = limitOf('down');
        const allowed = Math.min(limit, currentReplicas);
        if (desiredReplicas < Math.max(minReplicas, allowed)) {
            return minReplicas < allowed
                ? limited(allowed, 'ScaleDownLimit', policy)
                : limited(minReplicas, 'TooFewReplicas');
        }
    }
    return limited(desiredReplicas, 'DesiredWithinRange');
}
function limited(replicas, reason, policy) {
    return { replicas, reason, policy };
}
