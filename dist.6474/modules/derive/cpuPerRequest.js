import { leastSquares } from '../stats/leastSquares.js';
import { alignBins } from './alignBins.js';
import { CLEAN_SHARE, SATURATED } from './cpuBin.js';
import { percent, seconds } from './phrases.js';
/** Stretches that a line is drawn through. */
const LEAST_BINS = 8;
/** Of all stretches, before hours without scaling speak for the rest. */
const STANDING_SHARE = 0.2;
/** CPU and requests come from two recorders whose windows are not in phase: they agree no better than that. */
const RECORDERS_RATIO = 0.01;
/** A slope is less sure than its interval says: work that falls into the next bin flattens it. Simulated hours are off by that. */
const SLOPE_RATIO = 0.025;
/** More idle burn than work under load is rare; without it nothing bounds cpu from below where no hour was calm. */
const MOST_IDLE_SHARE = 0.5;
/** A line whose slope is known no better than this says less than the bounds. */
const WIDEST_RATIO = 0.15;
/**
 * CPU seconds a request, by regression of the CPU that all pods used on the rate of requests.
 *
 * Model: cores = cpu x requests/s + idle x pods + noise. An autoscaler makes pods follow requests, and then a line through cores
 * and requests has the slope cpu + idle x pods / requests: idle burn looks like work. So the hours in which the fleet stood
 * still at its least size come first (above it the autoscaler begins and ends a stretch because of the CPU itself, which bends
 * the line): there the slope is cpu and the intercept idle x pods, both held to idle >= 0 (`towardsRatio`). Else cores are
 * regressed on requests and pods, without an intercept. An autoscaler adds pods when CPU happens to be high, so that line gives pods too much and requests too little; what
 * is known is a range: from the low end of its 95 % interval to cores / requests, which is right when pods burn nothing idle. Idle
 * burn is at most what a pod used in its calmest hours, and at most half of the CPU (assumed): cpu is at least the rest.
 *
 * Intervals: Newey and West's, see `stats/leastSquares.ts`, and of a slope at least 2.5 % either way, of a ratio 1 %.
 * @param bins in time order
 * @returns undefined with fewer than 8 stretches that can be used
 */
export function cpuPerRequest(bins) {
    const failing = bins.filter(({ errorShare = 0 }) => errorShare > CLEAN_SHARE);
    const throttled = bins.filter(({ errorShare = 0, throttledShare = 0 }) => errorShare <= CLEAN_SHARE && throttledShare > CLEAN_SHARE);
    const saturated = bins.filter(({ errorShare = 0, throttledShare = 0, saturation = 0 }) => errorShare <= CLEAN_SHARE && throttledShare <= CLEAN_SHARE && saturation > SATURATED);
    const clean = alignBins(bins);
    const leftOut = [
        ...(failing.length === 0 ? [] : [`${failing.length} bins with 5xx above 1 %`]),
        ...(throttled.length === 0 ? [] : [`${throttled.length} bins with throttling`]),
        ...(saturated.length === 0
            ? []
            : [
                `${saturated.length} ${saturated.length === 1 ? 'bin' : 'bins'} at or beside CPU above ${percent(SATURATED)} of the limit`,
            ]),
    ];
    if (clean.length < LEAST_BINS || !clean.some(({ requestsPerSecond }) => requestsPerSecond > 0))
        return undefined;
    const found = whereStanding(clean) ?? withPods(clean) ?? withoutPods(clean);
    return { ...found, leftOut };
}
/** The line through the hours in which the fleet stood still at its least size. */
function whereStanding(clean) {
    const count = clean.reduce((least, { pods = Number.POSITIVE_INFINITY }) => Math.min(least, pods), Number.POSITIVE_INFINITY);
    const standing = clean.filter(({ pods, isStanding }) => pods === count && isStanding);
    if (count === 0 || standing.length < Math.max(LEAST_BINS, STANDING_SHARE * clean.length))
        return undefined;
    const fit = leastSquares(coresOf(standing), [ratesOf(standing), standing.map(() => 1)]);
    if (fit === undefined)
        return undefined;
    const slope = intervalOf(fit, 0);
    if (!(slope.value > 0) || slope.high - slope.low > 2 * WIDEST_RATIO * slope.value)
        return undefined;
    const cpu = towardsRatio(slope, fit.standardErrors[0], ratioOf(standing));
    const [meanRate, meanCores] = [ratesOf(standing), coresOf(standing)].map(mean);
    const idleAt = (perRequest) => Math.max(0, meanCores - perRequest * meanRate) / count;
    const where = `${standing.length} of ${clean.length} bins in which ${podsText(count)} stood still, R2 ${fit.r2.toFixed(2)}`;
    return {
        perRequest: {
            ...positive(cpu),
            basis: 'measured',
            from: `slope of CPU on requests over ${where}; holds if the mix of requests is the same at every load`,
        },
        idlePerPod: {
            value: idleAt(cpu.value),
            low: idleAt(cpu.high),
            high: idleAt(cpu.low),
            basis: 'measured',
            from: `intercept of CPU on requests over ${where}`,
        },
        isCollinear: false,
    };
}
/**
 * The slope, drawn to cores / requests as far as its error allows.
 *
 * Pods never burn less than nothing, so cores / requests bounds cpu from above; and where nothing is burnt it is cpu, known far
 * better than any slope. With e the slope's error and d the distance of the two, the ratio gets the weight
 * e^2 / (e^2 + d^2), as in a positive-part Stein estimator: all of it where they agree, hardly any where idle burn is plain.
 */
function towardsRatio(slope, standardError, ratio) {
    const error = Math.max(standardError, SLOPE_RATIO * slope.value);
    const distance = Math.max(0, ratio.value - slope.value);
    const weight = slope.value > ratio.value ? 1 : error ** 2 / (error ** 2 + distance ** 2);
    const value = slope.value + weight * (ratio.value - slope.value);
    const reach = Math.max((slope.high - slope.low) / 2, SLOPE_RATIO * value);
    return { value, low: Math.min(value, slope.value) - reach, high: Math.min(value + reach, ratio.high) };
}
function withPods(clean) {
    const counted = clean.filter(({ pods = 0 }) => pods > 0);
    if (counted.length < LEAST_BINS)
        return undefined;
    const pods = counted.map((bin) => bin.pods ?? 0);
    const [meanRate, meanCores, meanPods] = [ratesOf(counted), coresOf(counted), pods].map(mean);
    const mostIdle = lowEnd(counted.map(({ cores, pods: count = 1 }) => cores / count));
    const most = ratioOf(counted);
    const least = Math.max((1 - MOST_IDLE_SHARE) * most.value, (meanCores - mostIdle * meanPods) / meanRate);
    const fit = leastSquares(coresOf(counted), [ratesOf(counted), pods]);
    const fitted = fit === undefined ? { value: least, low: least } : intervalOf(fit, 0);
    const low = (1 - SLOPE_RATIO) * Math.min(Math.max(fitted.low, least), most.low);
    const range = { value: (Math.min(Math.max(fitted.value, low), most.value) + most.value) / 2, low, high: most.high };
    const where = `${counted.length} bins`;
    const r2 = fit === undefined ? '' : `, R2 ${fit.r2.toFixed(2)}`;
    const isCollinear = range.high - range.low > 2 * WIDEST_RATIO * range.value;
    const idleAt = (cpu) => Math.max(0, (meanCores - cpu * meanRate) / meanPods);
    const from = `a range: pods followed the load in ${where}${r2}, so idle burn and work cannot be told apart; ${seconds(most.value)} if pods burn nothing idle, at least half of that assumed`;
    return {
        perRequest: { ...range, basis: 'derived', from },
        idlePerPod: {
            value: idleAt(range.value),
            low: idleAt(range.high),
            high: Math.max(idleAt(range.value), idleAt(range.low)),
            basis: 'derived',
            from: `the rest of CPU per pod over ${where}; it goes with cpu: the more of the one the less of the other`,
        },
        isCollinear,
    };
}
function withoutPods(clean) {
    const { value: most, high } = ratioOf(clean);
    const low = (1 - MOST_IDLE_SHARE) * most;
    const from = `a range: no count of pods in the files, so idle burn and work cannot be told apart over ${clean.length} bins; ${seconds(most)} if pods burn nothing idle, the low end if ${percent(MOST_IDLE_SHARE)} of the CPU is idle burn`;
    return {
        perRequest: { value: (low + most) / 2, low, high, basis: 'derived', from },
        idlePerPod: undefined,
        isCollinear: true,
    };
}
function intervalOf({ coefficients, standardErrors, criticalValue }, index) {
    const reach = Math.max(criticalValue * standardErrors[index], RECORDERS_RATIO * Math.abs(coefficients[index]));
    return { value: coefficients[index], low: coefficients[index] - reach, high: coefficients[index] + reach };
}
/** cores / requests, with the interval of the line through the origin. */
function ratioOf(bins) {
    const fit = leastSquares(coresOf(bins), [ratesOf(bins)]);
    const ratio = mean(coresOf(bins)) / mean(ratesOf(bins));
    const reach = Math.max(fit === undefined ? 0 : fit.criticalValue * fit.standardErrors[0], RECORDERS_RATIO * ratio);
    return { value: ratio, low: ratio - reach, high: ratio + reach };
}
function positive({ value, low, high }) {
    return { value: Math.max(0, value), low: Math.max(0, low), high: Math.max(0, high) };
}
/** The calmest twentieth: one bin may be a gap of the recording. */
function lowEnd(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(0.05 * (sorted.length - 1))];
}
const coresOf = (bins) => bins.map(({ cores }) => cores);
const ratesOf = (bins) => bins.map(({ requestsPerSecond }) => requestsPerSecond);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const podsText = (count) => (count === 1 ? '1 pod' : `${count} pods`);
