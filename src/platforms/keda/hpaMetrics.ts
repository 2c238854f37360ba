import type { Observation } from '../../policy/observation.js';
import { fallbackMilli, isBeyondThreshold } from './fallback.js';
import type { KedaMemory } from './kedaMemory.js';
import { formulaInputs } from './poll.js';
import { compositeMetricName, externalTriggers, type Modifiers, type ScaledObjectSettings } from './scaledObject.js';
import { type ExternalTrigger, readTrigger } from './trigger.js';

/**
 * What KEDA's metrics server answers in one sync of the HPA: values by metric name, undefined for an error.
 *
 * Only these questions count failures: at 0 the HPA asks nothing, and no fallback comes nearer.
 *
 * Source: a description of kedacore/keda, pkg/scaling/scale_handler.go, GetScaledObjectMetrics.
 */
export function hpaMetrics(
  settings: ScaledObjectSettings,
  observation: Observation,
  memory: KedaMemory,
): Readonly<Record<string, number | undefined>> {
  const answers = externalTriggers(settings).map((trigger) => ask(trigger, observation, memory));
  const fallBack = (metric: FallenMetric): number | undefined => {
    const value = inventedValue(metric, settings, observation);
    memory.hasFallenBack ||= value !== undefined;
    return value;
  };
  if (settings.modifiers !== undefined) {
    return { [compositeMetricName]: compositeValue(settings, settings.modifiers, answers, memory, fallBack) };
  }
  return Object.fromEntries(
    answers.map(({ trigger, value, failureCount }) => [
      trigger.metricName,
      value ?? fallBack({ ...trigger, failureCount }),
    ]),
  );
}

interface Answer {
  readonly trigger: ExternalTrigger;
  readonly value: number | undefined;
  /** Failures in a row, with this one. */
  readonly failureCount: number;
}

interface FallenMetric {
  readonly target: number;
  readonly metricType: 'AverageValue' | 'Value';
  readonly failureCount: number;
}

function ask(
  trigger: ExternalTrigger,
  observation: Observation,
  { cachedValues, failureCounts, seen }: KedaMemory,
): Answer {
  const { metricName, isCached } = trigger;
  const isKnown = isCached && cachedValues.has(metricName);
  const value = isKnown ? cachedValues.get(metricName) : readTrigger(trigger, observation, seen).value;
  const failureCount = value === undefined ? (failureCounts.get(metricName) ?? 0) + 1 : 0;
  failureCounts.set(metricName, failureCount);
  return { trigger, value, failureCount };
}

function inventedValue(
  metric: FallenMetric,
  { fallback }: ScaledObjectSettings,
  { instances }: Observation,
): number | undefined {
  if (fallback === undefined) return undefined;
  const situation = { ...metric, currentCount: instances.desired, readyCount: instances.ready };
  const milli = fallbackMilli(fallback, situation);
  return milli === undefined ? undefined : milli / 1000;
}

function compositeValue(
  { fallback }: ScaledObjectSettings,
  { formula, target, metricType }: Modifiers,
  answers: readonly Answer[],
  memory: KedaMemory,
  fallBack: (metric: FallenMetric) => number | undefined,
): number | undefined {
  const failureCount = Math.max(0, ...answers.map((answer) => answer.failureCount));
  // Any other behavior replaces the whole formula as soon as one trigger has failed too often.
  const isReplaced = fallback !== undefined && fallback.behavior !== 'scalingModifiers';
  if (isReplaced && isBeyondThreshold(failureCount, fallback.failureThresholdCount)) {
    return fallBack({ target, metricType, failureCount });
  }
  const inputs = formulaInputs(fallback, answers, memory.failureCounts);
  const milli = inputs === undefined ? undefined : formula(inputs);
  if (milli !== null) return milli === undefined ? undefined : milli / 1000;
  // The formula came to nil, which a last `??` would have prevented.
  memory.hasFallenBack = fallback !== undefined;
  return fallback === undefined ? undefined : fallback.replicaCount * target;
}
