import { CLEAN_SHARE, SATURATED } from './cpuBin.js';
import { percent } from './phrases.js';
const THROTTLED = 0.25;
const SLOW_FACTOR = 5;
/** Bins of calm that part two stretches. */
const CALM_BINS = 3;
/**
 * Stretches in which recorded traffic is a lower bound of demand: 5xx above 1 %, CPU above 90 % of its limit, a quarter of the periods
 * throttled, or latency five times that at low load. Users gave up, tried again, or waited: what they wanted was not recorded.
 *
 * @param bins in time order
 */
export function lowerBounds(bins, widthSeconds) {
    const stretches = [];
    let lastIndex = Number.NEGATIVE_INFINITY;
    for (const [index, bin] of bins.entries()) {
        if (reasonsOf([bin]).length === 0)
            continue;
        if (index - lastIndex > CALM_BINS)
            stretches.push([]);
        stretches[stretches.length - 1].push(bin);
        lastIndex = index;
    }
    return stretches.map((inside) => ({
        fromSeconds: inside[0].seconds,
        toSeconds: inside[inside.length - 1].seconds + widthSeconds,
        why: reasonsOf(inside).join(', '),
    }));
}
function reasonsOf(bins) {
    const most = (key) => Math.max(...bins.map((bin) => bin[key] ?? 0));
    const [errors, throttled, saturation, factor] = [
        most('errorShare'),
        most('throttledShare'),
        most('saturation'),
        most('latencyFactor'),
    ];
    return [
        ...(errors > CLEAN_SHARE ? [`5xx up to ${percent(errors)}`] : []),
        ...(saturation > SATURATED ? [`CPU at ${percent(saturation)} of its limit`] : []),
        ...(throttled > THROTTLED ? [`throttled in ${percent(throttled)} of the periods`] : []),
        ...(factor > SLOW_FACTOR ? [`latency up to ${Number(factor.toPrecision(2))} times that at low load`] : []),
    ];
}
