import type { Observation } from '../../policy/observation.js';
import { type Fallback, isBeyondThreshold } from './fallback.js';
import type { KedaMemory } from './kedaMemory.js';
import { requestScale, type ScaleAnswer } from './requestScale.js';
import { externalTriggers, type Modifiers, type ScaledObjectSettings } from './scaledObject.js';
import { type ExternalTrigger, labelOf, readTrigger, type TriggerReading } from './trigger.js';

/**
 * One poll: reads all triggers and decides whether the target runs.
 *
 * Active if any trigger is; with `scalingModifiers` only the composite metric counts. Cpu and memory cannot wake a target
 * that is at 0, so a ScaledObject with nothing else is always active.
 *
 * Source: a description of kedacore/keda, pkg/scaling/scale_handler.go, getScaledObjectState.
 */
export function poll(settings: ScaledObjectSettings, observation: Observation, memory: KedaMemory): ScaleAnswer {
  const triggers = externalTriggers(settings);
  const readings = triggers.map((trigger) => ({ trigger, ...readTrigger(trigger, observation, memory.seen) }));
  for (const { trigger, value } of readings) memory.cachedValues.set(trigger.metricName, value);
  const activity =
    settings.modifiers === undefined
      ? activityOf(readings)
      : compositeActivity(settings, settings.modifiers, readings, memory);
  const answer = requestScale(
    {
      nowSeconds: observation.time,
      currentCount: observation.instances.desired,
      isActive: activity.isActive || triggers.length === 0,
      hasError: readings.some(({ value }) => value === undefined),
      lastActiveSeconds: memory.lastActiveSeconds,
      createdSeconds: 0,
    },
    settings.rules,
  );
  if (answer.isActive) memory.lastActiveSeconds = observation.time;
  const isStart = answer.rule === 'activation' && activity.by !== undefined;
  const named = {
    ...answer,
    rule: isStart ? `activation: ${activity.by}` : answer.rule,
    reason: `${answer.reason}; ${activity.reason}`,
  };
  memory.lastAnswer = named;
  return named;
}

type Reading = TriggerReading & { readonly trigger: ExternalTrigger };

interface Activity {
  readonly isActive: boolean;
  /** What woke it. */
  readonly by: string | undefined;
  readonly reason: string;
}

function activityOf(readings: readonly Reading[]): Activity {
  const first = readings.find(({ isActive }) => isActive);
  return {
    isActive: first !== undefined,
    by: first && labelOf(first.trigger),
    reason: readings.length === 0 ? 'cpu and memory are always active' : readings.map(inWords).join(', '),
  };
}

function inWords({ trigger, value, isActive }: Reading): string {
  if (value === undefined) return `s${trigger.index} failed`;
  if (trigger.source.from === 'schedule') return `s${trigger.index} is ${isActive ? '' : 'not '}in its window`;
  return `s${trigger.index} ${value} is ${isActive ? '' : 'not '}above ${trigger.activation}`;
}

function compositeActivity(
  settings: ScaledObjectSettings,
  { formula, activation }: Modifiers,
  readings: readonly Reading[],
  memory: KedaMemory,
): Activity {
  const values = formulaInputs(settings.fallback, readings, memory.failureCounts);
  const milli = values === undefined ? undefined : formula(values);
  if (milli === undefined || milli === null)
    return { isActive: false, by: undefined, reason: 'the formula has no value' };
  const isActive = milli / 1000 > activation;
  return { isActive, by: 'formula', reason: `formula ${milli / 1000} is ${isActive ? '' : 'not '}above ${activation}` };
}

/**
 * The values that a formula gets, by trigger name.
 *
 * @param failureCounts failures in a row, by the metric's name
 * @returns undefined when a trigger failed and nothing says what to do without it
 */
export function formulaInputs(
  fallback: Fallback | undefined,
  readings: readonly { readonly trigger: ExternalTrigger; readonly value: number | undefined }[],
  failureCounts: ReadonlyMap<string, number>,
): Map<string, number | null> | undefined {
  const inputs = new Map<string, number | null>();
  const canBeNil = fallback?.behavior === 'scalingModifiers';
  for (const { trigger, value } of readings) {
    const failureCount = failureCounts.get(trigger.metricName) ?? 0;
    const isNil = value === undefined && canBeNil && isBeyondThreshold(failureCount, fallback.failureThresholdCount);
    if (value === undefined && !isNil) return undefined;
    if (trigger.name !== undefined) inputs.set(trigger.name, value ?? null);
  }
  return inputs;
}
