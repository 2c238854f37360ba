import { replicasAtLeast } from './saturate.js';
import { isWithinTolerance } from './usageRatio.js';
/**
 * The count that a metric with one value a pod asks for.
 *
 * With all pods in sight it is ceil(ratio x ready pods): of the ready ones, not of the present count. Pods that are out
 * of sight are filled in with the value that makes the change smaller: full use where the fleet would shrink, none where
 * it would grow. If that turns the direction round, nothing is done.
 *
 *                        ratio < 1          ratio > 1        ratio = 1
 *     missing pods use   full use           nothing          stay out
 *     unready pods use   stay out           nothing          stay out
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go.
 */
export function podReplicas(usage) {
    const { groups, usageMilli, tolerance, currentReplicas } = usage;
    const ratio = usage.ratioOf(usageMilli);
    const isGrowingWithUnready = groups.unready.length > 0 && ratio > 1;
    if (!isGrowingWithUnready && groups.missing.length === 0) {
        const counts = { countedPods: groups.readyCount, guessedPods: 0 };
        if (isWithinTolerance(ratio, tolerance)) {
            return { replicas: currentReplicas, because: 'inside-tolerance', ...counts };
        }
        return { replicas: replicasAtLeast(ratio * groups.readyCount), because: 'ratio', ...counts };
    }
    const filled = new Map(usageMilli);
    for (const pod of groups.missing) {
        if (ratio < 1)
            filled.set(pod, usage.fullUseMilli(pod));
        else if (ratio > 1)
            filled.set(pod, 0n);
    }
    if (isGrowingWithUnready)
        for (const pod of groups.unready)
            filled.set(pod, 0n);
    const filledRatio = usage.ratioOf(filled);
    const counts = { countedPods: filled.size, guessedPods: filled.size - usageMilli.size };
    return { ...judgeFilled(usage, { ratio, filledRatio, filledCount: filled.size }), ...counts };
}
function judgeFilled({ tolerance, currentReplicas }, { ratio, filledRatio, filledCount }) {
    if (isWithinTolerance(filledRatio, tolerance))
        return { replicas: currentReplicas, because: 'inside-tolerance' };
    const replicas = replicasAtLeast(filledRatio * filledCount);
    const hasTurned = (ratio < 1 && filledRatio > 1) || (ratio > 1 && filledRatio < 1);
    // Pods with filled-in values are more than the present count at times, or fewer: the count then moves against the ratio.
    const movesAgainstRatio = (filledRatio < 1 && replicas > currentReplicas) || (filledRatio > 1 && replicas < currentReplicas);
    if (hasTurned || movesAgainstRatio)
        return { replicas: currentReplicas, because: 'guesses-turn-it' };
    return { replicas, because: 'ratio' };
}
