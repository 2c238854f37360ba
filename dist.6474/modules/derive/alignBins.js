import { explainedShare } from '../stats/leastSquares.js';
import { isClean } from './cpuBin.js';
/** Stretches that one side may be averaged over. */
const spans = [1, 2, 3, 5, 10, 20];
/**
 * Bins in which CPU and requests cover the same span of time.
 *
 * Recordings seldom agree: CPU as rate[5m] beside requests as rate[1m] is late and smooth, and the noise of requests that it
 * does not show pulls a slope towards 0. So requests and pods, or CPU, are averaged over the last 1, 2, 3, 5, 10 or 20 bins, and
 * the pair that lies nearest to a line is taken. Bins that are not clean are left out, and so
 * is every average over one.
 */
export function alignBins(bins) {
    const candidates = spans
        .filter((span) => span === 1 || bins.length >= 10 * span)
        .flatMap((span) => {
        const load = { bins: averaged(bins, span, 'load').filter(isClean), leastGain: LEAST_GAIN };
        if (span === 1)
            return [load];
        // Averaging CPU takes its own noise away, which is no sign of a common span: white noise shrinks to a share of 1 / span.
        return [load, { bins: averaged(bins, span, 'cores').filter(isClean), leastGain: LEAST_GAIN / span }];
    })
        .map((candidate) => ({ ...candidate, distance: distanceOf(candidate.bins) }));
    return candidates.reduce((best, one) => (one.distance < one.leastGain * best.distance ? one : best)).bins;
}
/** The distance from the line has to shrink to that share before an average is worth its smoothing. */
const LEAST_GAIN = 0.9;
/** Share of the variance that the line leaves. */
function distanceOf(bins) {
    const extra = bins.every(({ pods }) => pods !== undefined) ? bins.map(({ pods = 0 }) => pods) : [];
    const columns = [bins.map(({ requestsPerSecond }) => requestsPerSecond), bins.map(() => 1)];
    const values = bins.map(({ cores }) => cores);
    const varies = new Set(extra).size > 1;
    const explained = explainedShare(values, varies ? [...columns, extra] : columns);
    return Number.isNaN(explained) ? 1 : 1 - explained;
}
function averaged(bins, span, side) {
    return bins.slice(span - 1).map((bin, index) => {
        const last = bins.slice(index, index + span);
        const worst = {
            errorShare: mostOf(last, 'errorShare'),
            throttledShare: mostOf(last, 'throttledShare'),
            saturation: mostOf(last, 'saturation'),
        };
        if (side === 'cores')
            return { ...bin, ...worst, cores: mean(last.map(({ cores }) => cores)) };
        const pods = last.every((one) => one.pods !== undefined) ? mean(last.map((one) => one.pods ?? 0)) : undefined;
        const isStanding = last.every((one) => one.isStanding);
        const requestsPerSecond = mean(last.map((one) => one.requestsPerSecond));
        return { ...bin, ...worst, requestsPerSecond, pods: isStanding ? bin.pods : pods, isStanding };
    });
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function mostOf(bins, key) {
    return Math.max(...bins.map((bin) => bin[key] ?? 0));
}
