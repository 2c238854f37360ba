import { normalQuantile } from '../random/normalQuantile.js';
import { Moments } from '../stats/moments.js';
import { studentQuantile } from '../stats/studentT.js';
import { meanInterval } from '../stats/tInterval.js';
import { percent, seconds } from './phrases.js';
import { ascending, nearestRank } from './quantile.js';
/** More values than this are no better known: they are thinned to as many quantiles. */
const VALUE_LIMIT = 200;
/** Of so few starts no interval can be said; the range is half of the least to twice the most. */
const FEW_STARTS = 5;
/**
 * Startup, launch to ready, as the distribution of what was measured: ready - created, a pod.
 *
 * The mean's interval is Student's. That of the 95 % quantile is between order statistics, whose ranks follow the binomial
 * distribution and need no shape; where there are too few starts for an upper one, it is that of a lognormal distribution:
 * mean + z s +- t s sqrt(1 / n + z^2 / (2 (n - 1))) of the logarithms.
 *
 * @returns undefined when no start is known
 * @see Conover, "Practical Nonparametric Statistics", section 3.2; Hahn and Meeker, "Statistical Intervals", section 4.4
 */
export function startupOf(starts) {
    const known = ascending(starts.flatMap(({ readySeconds }) => readySeconds ?? []));
    if (known.length === 0)
        return undefined;
    const { mean, low, high } = meanInterval(known);
    const value = mean ?? 0;
    const [least, most] = [known[0], known[known.length - 1]];
    const isFew = known.length < FEW_STARTS;
    const range = isFew ? { low: least / 2, high: most * 2 } : { low: Math.max(0, low ?? value), high: high ?? value };
    const p95 = p95Of(known);
    const words = [
        `${known.length} ${known.length === 1 ? 'start' : 'starts'}: median ${seconds(nearestRank(known, 0.5))}`,
        `p95 ${seconds(p95.value)} (${isFew ? 'few starts' : `${percent(0.95)}: ${seconds(p95.low)} to ${seconds(p95.high)}`})`,
    ];
    return {
        valuesSeconds: thinned(known),
        mean: { value, ...range, basis: 'measured', from: `ready - created of ${words.join(', ')}` },
        p95: { ...p95, basis: 'measured', from: `ready - created of ${known.length} pods` },
        phases: phasesOf(starts),
    };
}
/** The middle of each of as many equal shares. */
function thinned(sorted) {
    if (sorted.length <= VALUE_LIMIT)
        return [...sorted];
    return Array.from({ length: VALUE_LIMIT }, (_, index) => nearestRank(sorted, (index + 0.5) / VALUE_LIMIT));
}
const QUANTILE = 0.95;
function p95Of(sorted) {
    const value = nearestRank(sorted, QUANTILE);
    const ranks = ranksAround(sorted.length);
    if (ranks.high !== undefined)
        return { value, low: sorted[ranks.low], high: sorted[ranks.high] };
    if (sorted.length < FEW_STARTS)
        return { value, low: sorted[0], high: sorted[sorted.length - 1] * 2 };
    const moments = new Moments();
    for (const one of sorted)
        moments.add(Math.log(Math.max(one, 1e-3)));
    const { mean = 0, variance = 0, count } = moments;
    const z = normalQuantile(QUANTILE);
    const t = studentQuantile({ probability: 0.975, degreesOfFreedom: count - 1 });
    const centre = mean + z * Math.sqrt(variance);
    const reach = t * Math.sqrt(variance * (1 / count + z ** 2 / (2 * (count - 1))));
    return { value, low: Math.min(value, Math.exp(centre - reach)), high: Math.max(value, Math.exp(centre + reach)) };
}
/** Places, from 0, of the order statistics between which the quantile lies with 95 %. */
function ranksAround(count) {
    let low = 0;
    let below = 0;
    // Chance that exactly `hits` values lie below the quantile.
    let logChance = count * Math.log(1 - QUANTILE);
    for (let hits = 0; hits <= count; hits++) {
        below += Math.exp(logChance);
        if (below <= 0.025)
            low = hits;
        if (below >= 0.975)
            return { low, high: hits < count ? hits : undefined };
        logChance += Math.log((count - hits) / (hits + 1)) + Math.log(QUANTILE / (1 - QUANTILE));
    }
    return { low, high: undefined };
}
const phaseNames = [
    ['scheduled', 'scheduledSeconds'],
    ['pulled', 'pulledSeconds'],
    ['started', 'startedSeconds'],
    ['ready', 'readySeconds'],
];
function phasesOf(starts) {
    const told = phaseNames.filter(([, field]) => starts.some((start) => start[field] !== null));
    return told.flatMap(([name, field], index) => {
        const before = index === 0 ? undefined : told[index - 1][1];
        const lengths = starts.flatMap((start) => {
            const [from, to] = [before === undefined ? 0 : start[before], start[field]];
            return from === null || to === null ? [] : [to - from];
        });
        return lengths.length === 0 ? [] : [{ name, seconds: nearestRank(ascending(lengths), 0.5) }];
    });
}
