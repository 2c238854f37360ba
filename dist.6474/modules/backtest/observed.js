import { binsOf, samplesOf, valueAt } from './recordedGrid.js';
/** Roles of replica counts, the one that says most first. */
const countRoles = ['replicas', 'ready-replicas', 'desired-replicas'];
/** Quantities that are means over bins. */
export const binnedKinds = ['cpu', 'p50', 'p95', 'errors'];
export function seriesOf({ series }, role) {
    return series.find((one) => one.role === role);
}
/** The series that replicas are judged by. */
export function countsOf(recording) {
    const series = countRoles.map((role) => seriesOf(recording, role)).find((one) => one !== undefined);
    if (series === undefined)
        return undefined;
    const { terminatingSeconds } = series;
    const counting = {
        isReadyOnly: series.role === 'ready-replicas',
        terminatingSeconds: terminatingSeconds > 0 ? terminatingSeconds : undefined,
    };
    return { series, counting };
}
/** What a recording has of a stretch. */
export function recordedIn(recording, stretch, instance) {
    const counts = countsOf(recording);
    const rate = seriesOf(recording, 'request-rate');
    const binned = {
        cpu: cpuBins(recording, stretch, instance),
        p50: binsOfRole(recording, 'latency-p50', stretch),
        p95: binsOfRole(recording, 'latency-p95', stretch),
        errors: errorBins(recording, stretch),
    };
    return {
        counts: counts && { ...counts, samples: samplesOf(counts.series, stretch) },
        binned: Object.fromEntries(Object.entries(binned).filter(([, bins]) => hasValues(bins))),
        weightOf: (from, until) => (until - from) * (rate === undefined ? 1 : (valueAt(rate, from) ?? 0)),
    };
}
function hasValues(bins) {
    return bins?.values.some((value) => value !== null) === true;
}
function binsOfRole(recording, role, stretch) {
    const series = seriesOf(recording, role);
    return series && binsOf(series, stretch);
}
/** Cores in all; a pod's share of them times the pods where only that was recorded. */
function cpuBins(recording, stretch, { cpuRequest, vcpus }) {
    const whole = binsOfRole(recording, 'cpu', stretch);
    if (whole !== undefined)
        return whole;
    const pods = countsOf(recording)?.series;
    const perPod = binsOfRole(recording, 'cpu-per-pod', stretch);
    const utilization = perPod === undefined ? binsOfRole(recording, 'utilization', stretch) : undefined;
    const bins = perPod ?? utilization;
    if (bins === undefined || pods === undefined)
        return undefined;
    const coresOfPod = utilization === undefined ? 1 : (cpuRequest ?? vcpus);
    return mapBins(bins, (value, from) => {
        const count = valueAt(pods, from);
        return count === undefined ? null : value * coresOfPod * count;
    });
}
function errorBins(recording, stretch) {
    const share = binsOfRole(recording, 'error-share', stretch);
    if (share !== undefined)
        return share;
    const errors = binsOfRole(recording, 'error-rate', stretch);
    const rate = seriesOf(recording, 'request-rate');
    if (errors === undefined || rate === undefined)
        return undefined;
    return mapBins(errors, (value, from) => {
        const all = valueAt(rate, from) ?? 0;
        return all === 0 ? null : value / all;
    });
}
function mapBins({ edges, values }, change) {
    return { edges, values: values.map((value, bin) => (value === null ? null : change(value, edges[bin]))) };
}
