import { CLEAN_SHARE } from './cpuBin.js';
import { ascending, nearestRank } from './quantile.js';
const latencyNames = ['mean', 'p50', 'p90', 'p95', 'p99'];
/** Of the clean bins, the share with the least load. */
const CALM_SHARE = 0.25;
const LEAST_BINS = 3;
/**
 * Latency at low load: of the bins with requests and at most 1 % 5xx, the quarter with the least load.
 *
 * @returns undefined with fewer than three such bins
 */
export function lowLoadLatency(bins) {
    const clean = bins.filter(({ load, errorShare = 0, latency }) => load > 0 && errorShare <= CLEAN_SHARE && Object.keys(latency).length > 0);
    if (clean.length < LEAST_BINS)
        return undefined;
    const count = Math.max(LEAST_BINS, Math.ceil(CALM_SHARE * clean.length));
    const calm = [...clean].sort((a, b) => a.load - b.load).slice(0, count);
    const found = latencyNames.flatMap((name) => {
        const values = ascending(calm.flatMap(({ latency }) => latency[name] ?? []));
        if (values.length < LEAST_BINS)
            return [];
        const [value, low, high] = [0.5, 0.05, 0.95].map((probability) => nearestRank(values, probability));
        return [[name, { value, low, high }]];
    });
    return found.length === 0 ? undefined : { ...Object.fromEntries(found), binCount: count };
}
