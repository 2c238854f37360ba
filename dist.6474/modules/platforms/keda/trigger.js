import { epochSecondsOf, seenThrough } from '../../policy/observation.js';
import { isInWindow } from './cronSchedule.js';
/** What a cron trigger reads outside its window, since KEDA 2.18 (before: 1). */
const outsideWindow = 0;
/**
 * Reads a trigger.
 *
 * A metric that is absent is an answer without a value while the server answers, and a failure when it does not. Where a
 * recording does not say which, it is empty once it has been seen, and failed as long as it never was.
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cron_scaler.go and (`isEmptyZero`) prometheus_scaler.go.
 * @param seen names of the metrics that have had a value; the function adds to it
 */
export function readTrigger({ source, activation, metricName }, observation, seen) {
    if (source.from === 'schedule') {
        const isActive = isInWindow(source.window, epochSecondsOf(observation));
        return { value: isActive ? Math.max(0, source.desiredCount) : outsideWindow, isActive };
    }
    const { metrics, metricsFailed } = seenThrough(observation, metricName);
    const found = Object.entries(metrics).find(([name]) => name === source.metric)?.[1];
    if (found !== undefined)
        seen.add(metricName);
    const isEmpty = found === undefined && !(metricsFailed ?? !seen.has(metricName));
    const raw = isEmpty && source.isEmptyZero ? 0 : found;
    if (raw === undefined)
        return { value: undefined, isActive: false };
    return { value: handedOn(raw), isActive: raw > activation };
}
/**
 * A value as the HPA and a formula get it: rounded to thousandths, what is negative or no number as 0.
 *
 * Source: a description of kedacore/keda v2.20.2, pkg/scalers/scaler.go (quantityFromFloat64; before 2.20 it was cut off at the
 * thousandth, before 2.20.2 negative values went through).
 */
function handedOn(raw) {
    return Number.isFinite(raw) && raw > 0 ? Number(raw.toFixed(3)) : 0;
}
/** How messages name a trigger: `s0 rabbitmq`. */
export function labelOf({ index, type, name }) {
    return name === undefined ? `s${index} ${type}` : `s${index} ${type} "${name}"`;
}
