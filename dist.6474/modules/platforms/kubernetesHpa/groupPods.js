/**
 * Sorts pods into ready, unready, missing and ignored; the first rule that applies decides.
 *
 *     deleting or Failed   -> ignored
 *     Pending              -> unready
 *     no metric            -> missing
 *     CPU, not trusted yet -> unready
 *     everything else      -> ready, even one that has Succeeded
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (groupPods).
 */
export function groupPods(pods, metrics, rules) {
    const unready = [];
    const missing = [];
    const ignored = [];
    let readyCount = 0;
    for (const pod of pods) {
        const metric = metrics.get(pod.name);
        if (pod.isDeleting || pod.phase === 'Failed')
            ignored.push(pod.name);
        else if (pod.phase === 'Pending')
            unready.push(pod.name);
        else if (metric === undefined)
            missing.push(pod.name);
        else if (rules.isCpu && !isCpuTrusted(pod, metric, rules))
            unready.push(pod.name);
        else
            readyCount++;
    }
    return { readyCount, unready, missing, ignored };
}
/**
 * Whether a pod's CPU use speaks of its load and not of its startup.
 *
 *     start ------------ cpuInitialization ------------------------------>
 *       |  must be ready, and the metric's whole   |  must have been ready
 *       |  window must lie after that              |  once: the condition changed
 *       |                                          |  later than start + readinessDelay
 */
function isCpuTrusted(pod, metric, rules) {
    const { isReady, startSeconds, readyTransitionSeconds } = pod;
    if (isReady === undefined || startSeconds === undefined || readyTransitionSeconds === undefined)
        return false;
    if (startSeconds + rules.cpuInitializationSeconds > rules.nowSeconds) {
        return isReady && metric.timestampSeconds >= readyTransitionSeconds + metric.windowSeconds;
    }
    // A pod whose condition last changed this soon after its start has never been ready. Equality counts as "has been".
    return isReady || startSeconds + rules.initialReadinessDelaySeconds <= readyTransitionSeconds;
}
