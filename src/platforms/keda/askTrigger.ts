import type { Observation } from '../../policy/observation.js';
import { fallbackMilli, isBeyondThreshold } from './fallback.js';
import type { KedaMemory } from './kedaMemory.js';
import type { ScaledObjectSettings } from './scaledObject.js';
import { type ExternalTrigger, readTrigger, type TriggerReading } from './trigger.js';

/** What one question to a trigger came to. */
export interface Answer extends TriggerReading {
  readonly trigger: ExternalTrigger;
  /** Failures in a row, with this one. */
  readonly failureCount: number;
}

/** What a fallback has to know of the fleet. */
export interface FleetCounts {
  readonly instances: Pick<Observation['instances'], 'desired' | 'ready'>;
}

/** Asks a trigger, or takes what the last poll found where the caller may. */
export function askTrigger(
  trigger: ExternalTrigger,
  observation: Observation,
  { cachedReadings, failureCounts, seen }: KedaMemory,
  isCacheAllowed: boolean,
): Answer {
  const { metricName, isCached } = trigger;
  const cached = isCacheAllowed && isCached ? cachedReadings.get(metricName) : undefined;
  const reading = cached ?? readTrigger(trigger, observation, seen);
  const failureCount = reading.value === undefined ? (failureCounts.get(metricName) ?? 0) + 1 : 0;
  failureCounts.set(metricName, failureCount);
  return { ...reading, trigger, failureCount };
}

/** The value that takes the place of one that has failed too often; undefined: it stays failed. */
export function inventedValue(
  metric: {
    readonly target: number;
    readonly metricType: 'AverageValue' | 'Value';
    readonly failureCount: number;
  },
  { fallback }: Pick<ScaledObjectSettings, 'fallback'>,
  { instances }: FleetCounts,
): number | undefined {
  if (fallback === undefined) return undefined;
  const situation = { ...metric, currentCount: instances.desired, readyCount: instances.ready };
  const milli = fallbackMilli(fallback, situation);
  return milli === undefined ? undefined : milli / 1000;
}

/** A failed trigger that a formula's `??` may take the place of: no error any more. */
export function isNil(
  { value, failureCount }: Pick<Answer, 'value' | 'failureCount'>,
  { fallback }: Pick<ScaledObjectSettings, 'fallback'>,
): boolean {
  if (value !== undefined || fallback?.behavior !== 'scalingModifiers' || fallback.isIgnored) return false;
  return isBeyondThreshold(failureCount, fallback.failureThresholdCount);
}
