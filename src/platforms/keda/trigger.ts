import { epochSecondsOf, type Observation, seenThrough } from '../../policy/observation.js';
import { type CronWindow, isInWindow } from './cronSchedule.js';

/** A trigger that KEDA reads itself and hands to the HPA as an external metric. */
export interface ExternalTrigger {
  readonly kind: 'external';
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly type: string;
  readonly name: string | undefined;
  /** Its metric's name in the HPA: `s0-rabbitmq-jobs`. */
  readonly metricName: string;
  /** Ends the sentence "at most 20 ... an instance". */
  readonly counts: string;
  readonly target: number;
  /** Active strictly above it. */
  readonly activation: number;
  readonly metricType: 'AverageValue' | 'Value';
  /** The HPA gets the value of the last poll instead of a fresh one. */
  readonly isCached: boolean;
  readonly source: TriggerSource;
}

export type TriggerSource =
  /** A metric of the scenario; undefined when none was found for it. */
  | {
      readonly from: 'metric';
      readonly metric: string | undefined;
      readonly query: string | undefined;
      /** An answer without a value reads 0 (Prometheus' `ignoreNullValues`); else the trigger has failed. */
      readonly isEmptyZero: boolean;
    }
  | { readonly from: 'schedule'; readonly window: CronWindow; readonly desiredCount: number; readonly text: string };

/** A trigger that KEDA passes on: the HPA reads cpu and memory itself. */
export interface ResourceTrigger {
  readonly kind: 'resource';
  readonly index: number;
  readonly type: 'cpu' | 'memory';
  readonly name: string | undefined;
  readonly metricType: 'Utilization' | 'AverageValue';
  /** Percent for Utilization, a quantity such as 500m for AverageValue. */
  readonly value: string;
  readonly containerName: string | undefined;
}

export type Trigger = ExternalTrigger | ResourceTrigger;

/** What a trigger reads at a moment. */
export interface TriggerReading {
  /** In whole thousandths, truncated, as KEDA hands it on; undefined: the trigger failed. */
  readonly value: number | undefined;
  readonly isActive: boolean;
}

/** Outside its window a cron trigger reads 1: one instance, and not active. */
const outsideWindow = 1;

/**
 * Reads a trigger.
 *
 * A metric that is absent is an answer without a value while the server answers, and a failure when it does not. Where a
 * recording does not say which, it is empty once it has been seen, and failed as long as it never was.
 *
 * Source of `isEmptyZero`: a description of kedacore/keda v2.19, pkg/scalers/prometheus_scaler.go.
 * @param seen names of the metrics that have had a value; the function adds to it
 */
export function readTrigger(
  { source, activation, metricName }: ExternalTrigger,
  observation: Observation,
  seen: Set<string>,
): TriggerReading {
  if (source.from === 'schedule') {
    const isActive = isInWindow(source.window, epochSecondsOf(observation));
    return { value: isActive ? source.desiredCount : outsideWindow, isActive };
  }
  const { metrics, metricsFailed } = seenThrough(observation, metricName);
  const found = Object.entries(metrics).find(([name]) => name === source.metric)?.[1];
  if (found !== undefined) seen.add(metricName);
  const isEmpty = found === undefined && !(metricsFailed ?? !seen.has(metricName));
  const raw = isEmpty && source.isEmptyZero ? 0 : found;
  if (raw === undefined) return { value: undefined, isActive: false };
  return { value: Math.trunc(raw * 1000) / 1000, isActive: raw > activation };
}

/** How messages name a trigger: `s0 rabbitmq`. */
export function labelOf({ index, type, name }: Trigger): string {
  return name === undefined ? `s${index} ${type}` : `s${index} ${type} "${name}"`;
}
