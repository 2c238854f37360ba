import { median } from './increases.js';
import { stepOf } from './points.js';
/** Requests of an autoscaled service are answered within ten seconds, mostly: larger numbers are milliseconds. */
const MILLISECONDS_FROM = 10;
/** What is named seconds is milliseconds where the median is beyond a minute, by which every proxy has given up. */
const NAMED_MILLISECONDS_FROM = 60;
/** CPU of three times its request is seldom, and 3 % of it as well. */
const PERCENT_FROM = 3;
/** Units of groups whose values must tell them; latencies of one file have one unit. */
export function unitFactors(groups) {
    const medians = groups.map((group) => median(group.points().values));
    const largestOf = (isNamed) => groups.reduce((largest, { classified: { form } }, index) => {
        return form.kind === 'time' && form.isNamed === isNamed ? Math.max(largest, medians[index]) : largest;
    }, 0);
    const largest = { named: largestOf(true), unnamed: largestOf(false) };
    const periodSeconds = periodOf(groups);
    return groups.map((group, index) => {
        const { form, part, basis } = group.classified;
        if (form.kind === 'share') {
            // Failures are 0 most of the time: their peak tells.
            const isPercent = part === 'utilization' ? medians[index] > PERCENT_FROM : peakOf(group) > 1;
            if (isPercent)
                return { factor: 0.01, guess: 'percent' };
            return { factor: 1, guess: basis === 'words' ? 'a share of 1' : undefined };
        }
        if (form.kind === 'per-step') {
            const step = group.meta.isSumOfStep === true ? periodSeconds : stepOf(group.points().seconds);
            return { factor: 1 / (step ?? Number.NaN), guess: basis === 'words' ? 'counts of each step' : undefined };
        }
        if (form.kind !== 'time')
            return { factor: 1, guess: undefined };
        if (form.isNamed && largest.named < NAMED_MILLISECONDS_FROM)
            return { factor: 1, guess: undefined };
        const isMilliseconds = form.isNamed || largest.unnamed > MILLISECONDS_FROM;
        if (isMilliseconds)
            return { factor: 0.001, guess: 'milliseconds' };
        return { factor: 1, guess: basis === 'words' ? 'seconds' : undefined };
    });
}
/** CloudWatch leaves out periods without a count, so the shortest step of all its series is the period; undefined of single points. */
function periodOf(groups) {
    const least = groups.reduce((step, group) => {
        return group.meta.isSumOfStep === undefined ? step : Math.min(step, group.leastStepSeconds);
    }, Number.POSITIVE_INFINITY);
    return least === Number.POSITIVE_INFINITY ? undefined : least;
}
function peakOf(group) {
    return group.points().values.reduce((peak, value) => Math.max(peak, value), 0);
}
