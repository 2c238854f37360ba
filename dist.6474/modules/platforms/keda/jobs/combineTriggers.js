/**
 * What several triggers of a ScaledJob ask for together: its `multipleScalersCalculation`.
 *
 * Each trigger wants queue / target jobs, at most `maxCount`. Only active triggers count; `minReplicaCount` > 0 makes the
 * whole active. Both results are rounded up at the end.
 *
 * Source: a description of kedacore/keda, pkg/scaling/scaledjob/metrics.go.
 */
export function combineTriggers(triggers, { calculation, minCount, maxCount }) {
    const active = triggers.filter(({ isActive }) => isActive).map((trigger) => wantOf(trigger, maxCount));
    const { queueLength, wantedCount } = jobCalculations[calculation](active);
    return {
        isActive: active.length > 0 || minCount > 0,
        queueLength: Math.ceil(queueLength),
        wantedCount: Math.ceil(Math.min(wantedCount, maxCount)),
    };
}
const nothing = { queueLength: 0, wantedCount: 0 };
/** `max` and `min` compare queues, not the jobs they want: the shorter queue may want more jobs. */
export const jobCalculations = {
    max: (wants) => wants.reduce((best, want) => (want.queueLength > best.queueLength ? want : best), nothing),
    min: (wants) => 
    // A queue of 0 counts as "none found yet", as upstream does.
    wants.reduce((best, want) => (best.queueLength === 0 || want.queueLength < best.queueLength ? want : best), nothing),
    avg: (wants) => {
        const { queueLength, wantedCount } = jobCalculations.sum(wants);
        const count = Math.max(1, wants.length);
        return { queueLength: queueLength / count, wantedCount: wantedCount / count };
    },
    sum: (wants) => wants.reduce((total, want) => ({
        queueLength: total.queueLength + want.queueLength,
        wantedCount: total.wantedCount + want.wantedCount,
    }), nothing),
};
function wantOf({ queueLength, target }, maxCount) {
    return { queueLength, wantedCount: target === 0 ? 0 : Math.min(queueLength / target, maxCount) };
}
/** A scaler with several metrics has their mean target; 0 without any. */
export function meanTarget(targets) {
    return targets.length === 0 ? 0 : targets.reduce((sum, target) => sum + target, 0) / targets.length;
}
