import { fallbackMilli, isBeyondThreshold } from './fallback.js';
import { readTrigger } from './trigger.js';
/** Asks a trigger, or takes what the last poll found where the caller may. */
export function askTrigger(trigger, observation, { cachedReadings, failureCounts, seen }, isCacheAllowed) {
    const { metricName, isCached } = trigger;
    const cached = isCacheAllowed && isCached ? cachedReadings.get(metricName) : undefined;
    const reading = cached ?? readTrigger(trigger, observation, seen);
    const failureCount = reading.value === undefined ? (failureCounts.get(metricName) ?? 0) + 1 : 0;
    failureCounts.set(metricName, failureCount);
    return { ...reading, trigger, failureCount };
}
/** The value that takes the place of one that has failed too often; undefined: it stays failed. */
export function inventedValue(metric, { fallback }, { instances }) {
    if (fallback === undefined)
        return undefined;
    const situation = { ...metric, currentCount: instances.desired, readyCount: instances.ready };
    const milli = fallbackMilli(fallback, situation);
    return milli === undefined ? undefined : milli / 1000;
}
/** A failed trigger that a formula's `??` may take the place of: no error any more. */
export function isNil({ value, failureCount }, { fallback }) {
    if (value !== undefined || fallback?.behavior !== 'scalingModifiers' || fallback.isIgnored)
        return false;
    return isBeyondThreshold(failureCount, fallback.failureThresholdCount);
}
