import type { InstanceObservation, MetricValues, Observation } from '../../policy/observation.js';
import type { Pod } from './pod.js';

/** One instance as a pod, with the metrics that the pipeline has of it. */
export interface ObservedPod {
  readonly pod: Omit<Pod, 'requestMilli'>;
  /** undefined for a pod of which nothing is known. */
  readonly metrics: MetricValues | undefined;
}

/** The start of a pod that is known to be ready and nothing else. */
const LONG_AGO = Number.NEGATIVE_INFINITY;

/**
 * The instances of a service as pods.
 *
 *     pending  -> Pending: it was asked for, and no container runs
 *     starting -> Running and not Ready, since its launch or since it was ready last; with the metrics that there are of it
 *     ready    -> Running and Ready since it became so, for the first time or again
 *     draining -> deleting
 *
 * An observation without single instances (a recorded one) gives equal pods: the ready ones as old as time, and of those
 * that start nothing is known.
 */
export function observedPods(observation: Observation): readonly ObservedPod[] {
  const { instances, perInstance } = observation;
  if (perInstance.length === 0) {
    return [
      ...repeat(instances.ready, (index) => ({
        pod: { ...bare(`ready-${index}`), phase: 'Running' as const, isReady: true, ...since(LONG_AGO) },
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
export function statusReplicas({ instances }: Observation): number {
  return instances.ready + instances.starting + instances.pending;
}

function podOf({ id, phase, startedAt, readyAt, turnedAt, metrics }: InstanceObservation): ObservedPod {
  if (phase === 'pending') {
    return { pod: { ...bare(id), phase: 'Pending', isReady: false, startSeconds: startedAt }, metrics: undefined };
  }
  const isReady = phase !== 'starting';
  // Instances that are there at the begin are warm: they have run for long.
  const isInitial = startedAt === 0 && readyAt === 0;
  const startSeconds = isInitial ? LONG_AGO : startedAt;
  const readySeconds = isReady && !isInitial ? readyAt : undefined;
  const readyTransitionSeconds = turnedAt ?? readySeconds ?? startSeconds;
  return {
    pod: {
      ...bare(id),
      phase: 'Running',
      isDeleting: phase === 'draining',
      isReady,
      startSeconds,
      readyTransitionSeconds,
    },
    metrics,
  };
}

function pendingPod(index: number): ObservedPod {
  return { pod: { ...bare(`pending-${index}`), phase: 'Pending', isReady: false }, metrics: undefined };
}

function bare(name: string) {
  return { name, isDeleting: false, startSeconds: undefined, readyTransitionSeconds: undefined };
}

function since(seconds: number) {
  return { startSeconds: seconds, readyTransitionSeconds: seconds };
}

function repeat(count: number, make: (index: number) => ObservedPod): ObservedPod[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
