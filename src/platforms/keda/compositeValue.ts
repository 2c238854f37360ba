import { type Answer, type FleetCounts, inventedValue, isNil } from './askTrigger.js';
import { isBeyondThreshold } from './fallback.js';
import type { Modifiers, ScaledObjectSettings } from './scaledObject.js';

/** The one metric of `scalingModifiers`, from the answers of all triggers. */
interface CompositeValue {
  /** undefined: it has failed. */
  readonly value: number | undefined;
  readonly isInvented: boolean;
}

/** What a formula has to know of a trigger's answer. */
interface FormulaInput extends Pick<Answer, 'value' | 'failureCount'> {
  readonly trigger: { readonly name: string | undefined };
}

/** Source: a description of kedacore/keda v2.20, pkg/scaling/modifiers/formula.go. */
export function compositeValue(
  settings: Pick<ScaledObjectSettings, 'fallback'>,
  { formula, target, metricType }: Modifiers,
  answers: readonly FormulaInput[],
  fleet: FleetCounts,
): CompositeValue {
  const { fallback } = settings;
  const failureCount = Math.max(0, ...answers.map((answer) => answer.failureCount));
  // Any other behavior replaces the whole formula as soon as one trigger has failed too often.
  const isReplaced = fallback !== undefined && !fallback.isIgnored && fallback.behavior !== 'scalingModifiers';
  if (isReplaced && isBeyondThreshold(failureCount, fallback.failureThresholdCount)) {
    const value = inventedValue({ target, metricType, failureCount }, settings, fleet);
    return { value, isInvented: value !== undefined };
  }
  const inputs = new Map<string, number | null>();
  for (const answer of answers) {
    if (answer.value === undefined && !isNil(answer, settings)) return { value: undefined, isInvented: false };
    const { name } = answer.trigger;
    if (name !== undefined) inputs.set(name, answer.value ?? null);
  }
  const milli = formula(inputs);
  if (milli !== null) return { value: milli === undefined ? undefined : milli / 1000, isInvented: false };
  // The formula came to nil, which a last `??` would have prevented.
  return { value: fallback && fallback.replicaCount * target, isInvented: fallback !== undefined };
}
