import type { Pod, PodMetric, PodMetrics } from './pod.js';

/** How the controller sorts the pods of a scale target before it looks at what they use. */
export interface PodGroups {
  /** Pods whose metric counts as it is. */
  readonly readyCount: number;
  /** Not serving yet: left out, and counted as using nothing when the answer would be to grow. */
  readonly unready: readonly string[];
  /** Should have a metric and have none: what they use is guessed so that the answer becomes smaller. */
  readonly missing: readonly string[];
  /** On their way out: as if they were not there. */
  readonly ignored: readonly string[];
}

interface GroupRules {
  readonly nowSeconds: number;
  /** True for the CPU, whose use during startup says nothing about the load. */
  readonly isCpu: boolean;
  readonly cpuInitializationSeconds: number;
  readonly initialReadinessDelaySeconds: number;
}

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
export function groupPods(pods: readonly Pod[], metrics: PodMetrics, rules: GroupRules): PodGroups {
  const unready: string[] = [];
  const missing: string[] = [];
  const ignored: string[] = [];
  let readyCount = 0;
  for (const pod of pods) {
    const metric = metrics.get(pod.name);
    if (pod.isDeleting || pod.phase === 'Failed') ignored.push(pod.name);
    else if (pod.phase === 'Pending') unready.push(pod.name);
    else if (metric === undefined) missing.push(pod.name);
    else if (rules.isCpu && !isCpuTrusted(pod, metric, rules)) unready.push(pod.name);
    else readyCount++;
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
function isCpuTrusted(pod: Pod, metric: PodMetric, rules: GroupRules): boolean {
  const { isReady, startSeconds, readyTransitionSeconds } = pod;
  if (isReady === undefined || startSeconds === undefined || readyTransitionSeconds === undefined) return false;
  if (startSeconds + rules.cpuInitializationSeconds > rules.nowSeconds) {
    return isReady && metric.timestampSeconds >= readyTransitionSeconds + metric.windowSeconds;
  }
  // A pod whose condition last changed this soon after its start has never been ready. Equality counts as "has been".
  return isReady || startSeconds + rules.initialReadinessDelaySeconds <= readyTransitionSeconds;
}
