import { limitLegacy, limitWithBehavior } from './limits.js';
import { hasFailed } from './proposal.js';
import { rateLimit } from './rateLimit.js';
import { storeEvent } from './scaleEvents.js';
import { stabilizeLegacy, stabilizeWithBehavior } from './stabilization.js';
export const emptyMemory = {
    log: undefined,
    upEvents: [],
    downEvents: [],
    hasScaledToZero: false,
    failingSince: [],
};
/**
 * One sync of one autoscaler, every 15 s.
 *
 *     0 replicas ------------- off, unless min is 0 and this autoscaler took the target there (until 1.35: whoever did)
 *     outside min..max ------- min or max at once: no metrics, no windows, no rates
 *     else  each metric -> count      the largest wins; failed ones may hold the count
 *             -> stabilization        recent recommendations hold it
 *             -> limits               rates, min, max
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (reconcileAutoscaler), and of
 * kubernetes/enhancements keps/sig-autoscaling/2021-scale-from-zero for the way from 0. Upstream's condition is in the object's
 * status and outlives the controller; here nobody restarts it.
 */
export function reconcile(sync, before) {
    const { nowSeconds, currentReplicas, minReplicas, maxReplicas, flags } = sync;
    // A fresh controller remembers the present count as if it had been asked for: it cannot shrink for one window.
    const log = before.log ?? [{ replicas: currentReplicas, timeSeconds: nowSeconds }];
    let memory = { ...before, log };
    const settle = (replicas, verdict) => ({
        replicas,
        verdict,
        memory: remember(sync, replicas, memory),
    });
    const canWake = minReplicas === 0 && (flags.wakesAnyZero || before.hasScaledToZero);
    if (currentReplicas === 0 && !canWake)
        return settle(0, { step: 'off' });
    if (currentReplicas > maxReplicas)
        return settle(maxReplicas, { step: 'above-max' });
    if (currentReplicas < minReplicas)
        return settle(minReplicas, { step: 'below-min' });
    const { results, failingSince } = withFallbacks(sync.readMetrics(), sync.metrics ?? [], {
        before: before.failingSince,
        nowSeconds,
    });
    memory = { ...memory, failingSince };
    const errors = results.flatMap((result) => (hasFailed(result) ? [result.error] : []));
    const best = largest(results);
    if (best === undefined)
        return settle(currentReplicas, { step: 'all-failed', errors });
    const { metric, proposal } = best;
    // A metric that cannot be seen might have asked for more: growing is safe, shrinking is not.
    if (errors.length > 0 && proposal.replicas < currentReplicas) {
        return settle(currentReplicas, { step: 'some-failed', metric, errors });
    }
    const stable = stabilize(sync, log, { replicas: proposal.replicas, timeSeconds: nowSeconds });
    const limited = limit(sync, memory, stable.replicas);
    const verdict = { step: 'metrics', metric, proposal, heldBy: stable.heldBy, limited };
    memory = { ...memory, log: stable.log };
    return settle(limited.replicas, verdict);
}
/** The first of those that ask for most. */
function largest(results) {
    let best;
    for (const [metric, proposal] of results.entries()) {
        if (hasFailed(proposal))
            continue;
        if (best === undefined || proposal.replicas > best.proposal.replicas)
            best = { metric, proposal };
    }
    return best;
}
function stabilize(sync, log, proposal) {
    const { behavior, currentReplicas, flags } = sync;
    const { downscaleStabilizationSeconds } = flags;
    if (behavior === undefined)
        return stabilizeLegacy(log, proposal, downscaleStabilizationSeconds);
    return stabilizeWithBehavior(log, proposal, {
        currentReplicas,
        upSeconds: behavior.up.stabilizationSeconds ?? 0,
        downSeconds: behavior.down.stabilizationSeconds ?? downscaleStabilizationSeconds,
    });
}
function limit(sync, memory, desiredReplicas) {
    const { behavior, flags } = sync;
    const move = { ...sync, desiredReplicas };
    if (behavior === undefined)
        return limitLegacy(move, flags.legacyScaleUp);
    return limitWithBehavior(move, (direction) => rateLimit(direction, behavior[direction], { ...sync, ...memory }));
}
/** The memory with the change in it, if there is one to be made. */
function remember(sync, replicas, memory) {
    const { behavior, currentReplicas, minReplicas, nowSeconds } = sync;
    const changeCount = Math.abs(replicas - currentReplicas);
    if (changeCount === 0)
        return memory;
    const isUp = replicas > currentReplicas;
    const events = isUp ? memory.upEvents : memory.downEvents;
    const policies = behavior?.[isUp ? 'up' : 'down'].policies;
    const stored = storeEvent(events, policies, { changeCount, nowSeconds });
    const hasScaledToZero = replicas === 0 && minReplicas === 0;
    return { ...memory, hasScaledToZero, ...(isUp ? { upEvents: stored } : { downEvents: stored }) };
}
/**
 * Puts the count of its fallback in the place of an External metric that has failed for long enough.
 *
 * It is one proposal among those of all metrics: the largest wins, and min, max, windows and rates still hold.
 * Source: kubernetes/enhancements keps/sig-autoscaling/5679-external-metric-fallback (Design Details): a proposal, of which
 * kubernetes/api v0.37 has nothing.
 */
function withFallbacks(results, metrics, { before, nowSeconds }) {
    const failingSince = results.map((result, index) => (hasFailed(result) ? (before[index] ?? nowSeconds) : undefined));
    return {
        failingSince,
        results: results.map((result, index) => {
            const since = failingSince[index];
            const fallback = metrics[index]?.fallback;
            if (since === undefined || fallback === undefined)
                return result;
            const { replicas, failureSeconds } = fallback;
            if (nowSeconds - since < failureSeconds)
                return result;
            return { replicas, reading: { usageMilli: 0n }, because: 'fallback', countedPods: 0, guessedPods: 0 };
        }),
    };
}
