import type { ControllerFlags } from './controllerFlags.js';
import type { ExternalFallback } from './hpaSpec.js';
import { type Limited, limitLegacy, limitWithBehavior } from './limits.js';
import { hasFailed, type MetricError, type MetricResult, type Proposal } from './proposal.js';
import { rateLimit } from './rateLimit.js';
import { type ScaleEvent, storeEvent } from './scaleEvents.js';
import type { Direction, ScalingRules } from './scalingRules.js';
import { type Recommendation, type Stabilized, stabilizeLegacy, stabilizeWithBehavior } from './stabilization.js';

/** What the controller remembers of one autoscaler between syncs; lost when the controller restarts. */
export interface ControllerMemory {
  /** undefined until the first sync. */
  readonly log: readonly Recommendation[] | undefined;
  readonly upEvents: readonly ScaleEvent[];
  readonly downEvents: readonly ScaleEvent[];
  /** Whether the last change of this autoscaler took the target to 0: upstream's condition ScaledToZero. */
  readonly hasScaledToZero: boolean;
  readonly failingSince: FailingSince;
}

export const emptyMemory: ControllerMemory = {
  log: undefined,
  upEvents: [],
  downEvents: [],
  hasScaledToZero: false,
  failingSince: [],
};

interface Sync {
  readonly nowSeconds: number;
  /** The scale target's `spec.replicas`: what was asked for, not the pods there are. */
  readonly currentReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** undefined when the manifest has no `behavior`: an older, simpler path. */
  readonly behavior: Readonly<Record<Direction, ScalingRules>> | undefined;
  readonly flags: Pick<ControllerFlags, 'downscaleStabilizationSeconds' | 'legacyScaleUp' | 'wakesAnyZero'>;
  /** The metrics as far as their fallbacks go, in the order of the manifest. */
  readonly metrics?: readonly FallbackMetric[];
  /** Reads the metrics, in the order of the manifest; called only when they are needed. */
  readMetrics(): readonly MetricResult[];
}

/** What led to the count, for those who want to know. */
export type Verdict =
  | { readonly step: 'off' | 'above-max' | 'below-min' }
  | { readonly step: 'all-failed'; readonly errors: readonly MetricError[] }
  | { readonly step: 'some-failed'; readonly metric: number; readonly errors: readonly MetricError[] }
  | {
      readonly step: 'metrics';
      /** Index of the metric that asked for most, and what it asked for. */
      readonly metric: number;
      readonly proposal: Proposal;
      readonly heldBy: Stabilized['heldBy'];
      readonly limited: Limited;
    };

export interface Outcome {
  readonly replicas: number;
  readonly verdict: Verdict;
  readonly memory: ControllerMemory;
}

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
export function reconcile(sync: Sync, before: ControllerMemory): Outcome {
  const { nowSeconds, currentReplicas, minReplicas, maxReplicas, flags } = sync;
  // A fresh controller remembers the present count as if it had been asked for: it cannot shrink for one window.
  const log = before.log ?? [{ replicas: currentReplicas, timeSeconds: nowSeconds }];
  let memory: ControllerMemory = { ...before, log };
  const settle = (replicas: number, verdict: Verdict): Outcome => ({
    replicas,
    verdict,
    memory: remember(sync, replicas, memory),
  });
  const canWake = minReplicas === 0 && (flags.wakesAnyZero || before.hasScaledToZero);
  if (currentReplicas === 0 && !canWake) return settle(0, { step: 'off' });
  if (currentReplicas > maxReplicas) return settle(maxReplicas, { step: 'above-max' });
  if (currentReplicas < minReplicas) return settle(minReplicas, { step: 'below-min' });
  const { results, failingSince } = withFallbacks(sync.readMetrics(), sync.metrics ?? [], {
    before: before.failingSince,
    nowSeconds,
  });
  memory = { ...memory, failingSince };
  const errors = results.flatMap((result) => (hasFailed(result) ? [result.error] : []));
  const best = largest(results);
  if (best === undefined) return settle(currentReplicas, { step: 'all-failed', errors });
  const { metric, proposal } = best;
  // A metric that cannot be seen might have asked for more: growing is safe, shrinking is not.
  if (errors.length > 0 && proposal.replicas < currentReplicas) {
    return settle(currentReplicas, { step: 'some-failed', metric, errors });
  }
  const stable = stabilize(sync, log, { replicas: proposal.replicas, timeSeconds: nowSeconds });
  const limited = limit(sync, memory, stable.replicas);
  const verdict = { step: 'metrics', metric, proposal, heldBy: stable.heldBy, limited } as const;
  memory = { ...memory, log: stable.log };
  return settle(limited.replicas, verdict);
}

/** The first of those that ask for most. */
function largest(
  results: readonly MetricResult[],
): { readonly metric: number; readonly proposal: Proposal } | undefined {
  let best: { metric: number; proposal: Proposal } | undefined;
  for (const [metric, proposal] of results.entries()) {
    if (hasFailed(proposal)) continue;
    if (best === undefined || proposal.replicas > best.proposal.replicas) best = { metric, proposal };
  }
  return best;
}

function stabilize(sync: Sync, log: readonly Recommendation[], proposal: Recommendation): Stabilized {
  const { behavior, currentReplicas, flags } = sync;
  const { downscaleStabilizationSeconds } = flags;
  if (behavior === undefined) return stabilizeLegacy(log, proposal, downscaleStabilizationSeconds);
  return stabilizeWithBehavior(log, proposal, {
    currentReplicas,
    upSeconds: behavior.up.stabilizationSeconds ?? 0,
    downSeconds: behavior.down.stabilizationSeconds ?? downscaleStabilizationSeconds,
  });
}

function limit(sync: Sync, memory: ControllerMemory, desiredReplicas: number): Limited {
  const { behavior, flags } = sync;
  const move = { ...sync, desiredReplicas };
  if (behavior === undefined) return limitLegacy(move, flags.legacyScaleUp);
  return limitWithBehavior(move, (direction) => rateLimit(direction, behavior[direction], { ...sync, ...memory }));
}

/** The memory with the change in it, if there is one to be made. */
function remember(sync: Sync, replicas: number, memory: ControllerMemory): ControllerMemory {
  const { behavior, currentReplicas, minReplicas, nowSeconds } = sync;
  const changeCount = Math.abs(replicas - currentReplicas);
  if (changeCount === 0) return memory;
  const isUp = replicas > currentReplicas;
  const events = isUp ? memory.upEvents : memory.downEvents;
  const policies = behavior?.[isUp ? 'up' : 'down'].policies;
  const stored = storeEvent(events, policies, { changeCount, nowSeconds });
  const hasScaledToZero = replicas === 0 && minReplicas === 0;
  return { ...memory, hasScaledToZero, ...(isUp ? { upEvents: stored } : { downEvents: stored }) };
}

/** Since when each metric has failed without a break, by its place in the manifest; undefined while it can be read. */
type FailingSince = readonly (number | undefined)[];

/** What a fallback is worked out from: part of a metric of the manifest. */
type FallbackMetric = { readonly fallback?: ExternalFallback };

/**
 * Puts the count of its fallback in the place of an External metric that has failed for long enough.
 *
 * It is one proposal among those of all metrics: the largest wins, and min, max, windows and rates still hold.
 * Source: kubernetes/enhancements keps/sig-autoscaling/5679-external-metric-fallback (Design Details): a proposal, of which
 * kubernetes/api v0.37 has nothing.
 */
function withFallbacks(
  results: readonly MetricResult[],
  metrics: readonly FallbackMetric[],
  { before, nowSeconds }: { readonly before: FailingSince; readonly nowSeconds: number },
): { readonly results: readonly MetricResult[]; readonly failingSince: FailingSince } {
  const failingSince = results.map((result, index) => (hasFailed(result) ? (before[index] ?? nowSeconds) : undefined));
  return {
    failingSince,
    results: results.map((result, index): MetricResult => {
      const since = failingSince[index];
      const fallback = metrics[index]?.fallback;
      if (since === undefined || fallback === undefined) return result;
      const { replicas, failureSeconds } = fallback;
      if (nowSeconds - since < failureSeconds) return result;
      return { replicas, reading: { usageMilli: 0n }, because: 'fallback', countedPods: 0, guessedPods: 0 };
    }),
  };
}
