import type { ControllerFlags } from './controllerFlags.js';
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
}

export const emptyMemory: ControllerMemory = { log: undefined, upEvents: [], downEvents: [] };

export interface Sync {
  readonly nowSeconds: number;
  /** The scale target's `spec.replicas`: what was asked for, not the pods there are. */
  readonly currentReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** undefined when the manifest has no `behavior`: an older, simpler path. */
  readonly behavior: Readonly<Record<Direction, ScalingRules>> | undefined;
  readonly flags: Pick<ControllerFlags, 'downscaleStabilizationSeconds' | 'legacyScaleUp'>;
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
 *     0 replicas, min > 0 ---- off
 *     outside min..max ------- min or max at once: no metrics, no windows, no rates
 *     else  each metric -> count      the largest wins; failed ones may hold the count
 *             -> stabilization        recent recommendations hold it
 *             -> limits               rates, min, max
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (reconcileAutoscaler).
 */
export function reconcile(sync: Sync, before: ControllerMemory): Outcome {
  const { nowSeconds, currentReplicas, minReplicas, maxReplicas } = sync;
  // A fresh controller remembers the present count as if it had been asked for: it cannot shrink for one window.
  const log = before.log ?? [{ replicas: currentReplicas, timeSeconds: nowSeconds }];
  const memory = { ...before, log };
  const settle = (replicas: number, verdict: Verdict, then: ControllerMemory = memory): Outcome => ({
    replicas,
    verdict,
    memory: remember(sync, replicas, then),
  });
  if (currentReplicas === 0 && minReplicas !== 0) return settle(0, { step: 'off' });
  if (currentReplicas > maxReplicas) return settle(maxReplicas, { step: 'above-max' });
  if (currentReplicas < minReplicas) return settle(minReplicas, { step: 'below-min' });
  const results = sync.readMetrics();
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
  return settle(limited.replicas, verdict, { ...memory, log: stable.log });
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
function remember({ behavior, currentReplicas, nowSeconds }: Sync, replicas: number, memory: ControllerMemory) {
  const changeCount = Math.abs(replicas - currentReplicas);
  if (changeCount === 0) return memory;
  const isUp = replicas > currentReplicas;
  const events = isUp ? memory.upEvents : memory.downEvents;
  const policies = behavior?.[isUp ? 'up' : 'down'].policies;
  const stored = storeEvent(events, policies, { changeCount, nowSeconds });
  return isUp ? { ...memory, upEvents: stored } : { ...memory, downEvents: stored };
}
