import type { ControllerFlags } from './controllerFlags.js';
import type { ExternalFallback } from './hpaSpec.js';
import { type Limited } from './limits.js';
import { type MetricError, type MetricResult, type Proposal } from './proposal.js';
import { type ScaleEvent } from './scaleEvents.js';
import type { Direction, ScalingRules } from './scalingRules.js';
import { type Recommendation, type Stabilized } from './stabilization.js';
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
export declare const emptyMemory: ControllerMemory;
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
export type Verdict = {
    readonly step: 'off' | 'above-max' | 'below-min';
} | {
    readonly step: 'all-failed';
    readonly errors: readonly MetricError[];
} | {
    readonly step: 'some-failed';
    readonly metric: number;
    readonly errors: readonly MetricError[];
} | {
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
export declare function reconcile(sync: Sync, before: ControllerMemory): Outcome;
/** Since when each metric has failed without a break, by its place in the manifest; undefined while it can be read. */
type FailingSince = readonly (number | undefined)[];
/** What a fallback is worked out from: part of a metric of the manifest. */
type FallbackMetric = {
    readonly fallback?: ExternalFallback;
};
export {};
