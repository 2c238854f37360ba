import { spreadInterval } from '../stats/spreadInterval.js';
import { spreadOf } from './measureSpread.js';
import { unanswered } from './unansweredRuns.js';
/** Every measure over the replications, in the order of the first one: mean and 95 % interval of the measure's kind. */
export function aggregateMeasures(replications) {
    const names = [...new Set(replications.flatMap(({ measures }) => Object.keys(measures)))];
    return Object.fromEntries(names.map((name) => [name, aggregate(name, replications)]));
}
/** One unanswered replication makes the whole unanswered; other nulls are left out of the mean and of n. */
function aggregate(name, replications) {
    const reasons = replications.flatMap(({ nulls }) => nulls?.[name] ?? []);
    const values = replications.flatMap(({ measures }) => measures[name] ?? []);
    const lateCount = replications.filter(({ measures, nulls }) => typeof measures[name] !== 'number' && nulls?.[name] === unanswered).length;
    if (lateCount > 0) {
        return { mean: null, low: null, high: null, n: values.length, reason: unanswered, unanswered: lateCount };
    }
    const { isAbout, ...interval } = spreadInterval(values, spreadOf(name));
    if (interval.mean === null)
        return { ...interval, reason: reasons[0] ?? 'no data' };
    return isAbout ? { ...interval, about: true } : interval;
}
