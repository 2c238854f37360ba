/** The start of a pod that is known to be ready and nothing else. */
const LONG_AGO = Number.NEGATIVE_INFINITY;
/**
 * The instances of a service as pods.
 *
 *     pending  -> Pending: it was asked for, and no container runs
 *     starting -> Running and not Ready since its launch; with the metrics that there are of it
 *     ready    -> Running and Ready since it became so
 *     draining -> deleting
 *
 * An observation without single instances (a recorded one) gives equal pods: the ready ones as old as time, and of those
 * that start nothing is known.
 */
export function observedPods(observation) {
    const { instances, perInstance } = observation;
    if (perInstance.length === 0) {
        return [
            ...repeat(instances.ready, (index) => ({
                pod: { ...bare(`ready-${index}`), phase: 'Running', isReady: true, ...since(LONG_AGO) },
                metrics: observation.metrics,
            })),
            ...repeat(instances.pending + instances.starting, pendingPod),
        ];
    }
    const listedPending = perInstance.filter(({ phase }) => phase === 'pending').length;
    // An instance that was asked for and not launched yet is not listed, but its pod exists.
    return [...perInstance.map(podOf), ...repeat(Math.max(0, instances.pending - listedPending), pendingPod)];
}
/** Pods that there are and that are not on their way out: the scale target's `status.replicas`. */
export function statusReplicas({ instances }) {
    return instances.ready + instances.starting + instances.pending;
}
function podOf({ id, phase, startedAt, readyAt, metrics }) {
    if (phase === 'pending') {
        return { pod: { ...bare(id), phase: 'Pending', isReady: false, startSeconds: startedAt }, metrics: undefined };
    }
    if (phase === 'starting') {
        return { pod: { ...bare(id), phase: 'Running', isReady: false, ...since(startedAt) }, metrics };
    }
    // Instances that are there at the begin are warm: they have run for long.
    const isInitial = startedAt === 0 && readyAt === 0;
    const readyTransitionSeconds = isInitial ? LONG_AGO : (readyAt ?? startedAt);
    return {
        pod: {
            ...bare(id),
            phase: 'Running',
            isDeleting: phase === 'draining',
            isReady: true,
            startSeconds: isInitial ? LONG_AGO : startedAt,
            readyTransitionSeconds,
        },
        metrics,
    };
}
function pendingPod(index) {
    return { pod: { ...bare(`pending-${index}`), phase: 'Pending', isReady: false }, metrics: undefined };
}
function bare(name) {
    return { name, isDeleting: false, startSeconds: undefined, readyTransitionSeconds: undefined };
}
function since(seconds) {
    return { startSeconds: seconds, readyTransitionSeconds: seconds };
}
function repeat(count, make) {
    return Array.from({ length: count }, (_, index) => make(index + 1));
}
