import { isWarm } from '../algorithm/warmup.js';
/** How far back samples are looked for, so that telemetry that comes late still makes datapoints. */
const HISTORY_SPAN = '10m';
/** Time minus age and the time of the scrape itself may differ by rounding. */
const SAME_SAMPLE_SECONDS = 1e-6;
/**
 * A metric's datapoint of the slot that ends now: the average of the samples that came since the last one.
 *
 * While instances warm, a metric of the group is the average over the others, as far as instances are listed. An
 * observation without history gives its own value. @returns undefined when nothing new came: the datapoint is missing
 */
export function readSlot(metric, observation, { cursor, warmupSeconds, instances }) {
    const source = metric.sources.find((name) => observation.metrics[name] !== undefined);
    if (source === undefined)
        return undefined;
    const average = freshAverage(source, observation, cursor);
    if (average === undefined)
        return undefined;
    const ofWarm = metric.isOfGroup
        ? warmAverage(source, instances, { seconds: observation.time, warmupSeconds })
        : undefined;
    if (ofWarm === 'none')
        return undefined;
    if (ofWarm !== undefined)
        return ofWarm * metric.factor;
    if (!metric.isPerInstance)
        return average * metric.factor;
    const { ready } = observation.instances;
    return ready > 0 ? (average * metric.factor) / ready : undefined;
}
function freshAverage(source, observation, cursor) {
    const fresh = observation.history(source, HISTORY_SPAN).filter(([seconds]) => seconds > cursor.takenSeconds);
    const newest = fresh.at(-1);
    if (newest !== undefined) {
        cursor.takenSeconds = newest[0];
        return fresh.reduce((sum, [, value]) => sum + value, 0) / fresh.length;
    }
    const { age_seconds: ageSeconds } = observation.metrics;
    const takenSeconds = observation.time - (ageSeconds ?? 0);
    // The same sample a second time is no new datapoint, whatever slot it is.
    if (takenSeconds <= cursor.takenSeconds + SAME_SAMPLE_SECONDS)
        return undefined;
    cursor.takenSeconds = takenSeconds;
    return observation.metrics[source];
}
/** One instance's average without those that warm; undefined when none warms or instances do not tell, `none` when all warm. */
function warmAverage(source, instances, now) {
    const isReady = ({ phase, readyAt }) => phase === 'ready' && readyAt !== undefined;
    const ready = instances.filter(isReady);
    const warm = ready.filter(({ readyAt = 0 }) => isWarm(readyAt, now));
    if (warm.length === ready.length)
        return undefined;
    if (warm.length === 0)
        return 'none';
    const values = warm.flatMap(({ metrics }) => metrics[source] ?? []);
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
