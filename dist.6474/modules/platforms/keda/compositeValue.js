import { inventedValue, isNil } from './askTrigger.js';
import { isBeyondThreshold } from './fallback.js';
/** Source: a description of kedacore/keda v2.20, pkg/scaling/modifiers/formula.go. */
export function compositeValue(settings, { formula, target, metricType }, answers, fleet) {
    const { fallback } = settings;
    const failureCount = Math.max(0, ...answers.map((answer) => answer.failureCount));
    // Any other behavior replaces the whole formula as soon as one trigger has failed too often.
    const isReplaced = fallback !== undefined && !fallback.isIgnored && fallback.behavior !== 'scalingModifiers';
    if (isReplaced && isBeyondThreshold(failureCount, fallback.failureThresholdCount)) {
        const value = inventedValue({ target, metricType, failureCount }, settings, fleet);
        return { value, isInvented: value !== undefined };
    }
    const inputs = new Map();
    for (const answer of answers) {
        if (answer.value === undefined && !isNil(answer, settings))
            return { value: undefined, isInvented: false };
        const { name } = answer.trigger;
        if (name !== undefined)
            inputs.set(name, answer.value ?? null);
    }
    const milli = formula(inputs);
    if (milli !== null)
        return { value: milli === undefined ? undefined : milli / 1000, isInvented: false };
    // The formula came to nil, which a last `??` would have prevented.
    return { value: fallback && fallback.replicaCount * target, isInvented: fallback !== undefined };
}
