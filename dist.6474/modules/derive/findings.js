import { cpuFromTarget } from './cpuFromTarget.js';
import { cpuPerRequest } from './cpuPerRequest.js';
import { lowerBounds } from './lowerBounds.js';
import { lowLoadLatency } from './lowLoad.js';
import { metricLag } from './metricLag.js';
import { serviceBins } from './serviceBins.js';
import { spreadOf } from './spread.js';
import { startupOf } from './startup.js';
/** Runs every derivation on the recording of the service. */
export function findingsOf(evidence, recording, target) {
    const { workload, group, autoscalers, starts } = target;
    const limit = workload?.cpuLimit ?? group?.instance.vcpus ?? undefined;
    // A share of CPU is one of the request, on AWS one of the instance.
    const coresAtFull = workload?.cpuRequest ?? group?.instance.vcpus ?? undefined;
    const { bins, widthSeconds } = serviceBins(recording, coresAtFull);
    const saturations = bins.map((bin) => saturationOf(bin, limit));
    const estimate = cpuPerRequest(bins.flatMap((bin, index) => cpuBin(bin, mostBeside(saturations, index))));
    const share = autoscalers.flatMap(({ found }) => found.manifest.shares ?? []).find((one) => one.resource === 'cpu');
    const targetCores = share === undefined || coresAtFull === undefined ? undefined : (coresAtFull * share.percent) / 100;
    const held = targetCores === undefined ? undefined : cpuFromTarget(bins, targetCores);
    const calm = lowLoadLatency(bins.map(latencyBin)) ?? quietLatency(evidence);
    const perPod = bins.flatMap(({ cores, pods = 0 }) => (cores === undefined || pods === 0 ? [] : [cores / pods]));
    return {
        bins,
        widthSeconds,
        cpu: estimate?.perRequest ?? held,
        idle: estimate?.idlePerPod,
        isCollinear: estimate?.isCollinear ?? false,
        leftOut: estimate?.leftOut ?? [],
        calm,
        spread: calm === undefined ? undefined : spreadOf(calm),
        startup: startupOf(starts),
        lags: autoscalers.flatMap(({ found }) => found.manifest.feeds.map(metricLag)),
        lowerBounds: lowerBounds(bins.map(healthBin(limit, calm)), widthSeconds),
        mostCoresPerPod: perPod.length === 0 ? undefined : perPod.reduce((most, one) => Math.max(most, one), 0),
    };
}
function cpuBin({ requestsPerSecond, cores, ...bin }, saturation) {
    return requestsPerSecond === undefined || cores === undefined
        ? []
        : [{ ...bin, requestsPerSecond, cores, saturation }];
}
/** CPU in use over what the pods may use. */
function saturationOf({ cores, pods = 0 }, limit) {
    return limit === undefined || cores === undefined || pods === 0 ? undefined : cores / (pods * limit);
}
function mostBeside(values, index) {
    const known = values.slice(Math.max(0, index - 1), index + 2).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
}
function latencyBin({ requestsPerSecond = 0, pods, errorShare, latency }) {
    return { load: requestsPerSecond / Math.max(1, pods ?? 1), errorShare, latency };
}
const healthBin = (limit, calm) => (bin) => ({
    seconds: bin.seconds,
    errorShare: bin.errorShare,
    throttledShare: bin.throttledShare,
    saturation: saturationOf(bin, limit),
    latencyFactor: factorOf(bin.latency, calm),
});
function factorOf(latency, calm) {
    for (const name of ['p95', 'p90', 'p50', 'mean']) {
        const [now, low] = [latency[name], calm?.[name]?.value];
        if (now !== undefined && low !== undefined && low > 0)
            return now / low;
    }
    return undefined;
}
/** Of a log: the quietest intervals, in the servers behind where it tells. */
function quietLatency(evidence) {
    const quiet = evidence.flatMap((one) => (one.kind === 'log' && one.quiet !== null ? [one.quiet] : []))[0];
    if (quiet === undefined)
        return undefined;
    const facts = quiet.upstream ?? quiet.latency;
    const entry = (value) => (value === null ? undefined : { value, low: value, high: value });
    const named = { mean: facts.meanSeconds, p50: facts.p50Seconds, p90: facts.p90Seconds, ...tailOf(facts) };
    const known = Object.entries(named).flatMap(([name, value]) => {
        const found = entry(value);
        return found === undefined ? [] : [[name, found]];
    });
    return known.length === 0 ? undefined : { ...Object.fromEntries(known), binCount: quiet.intervalCount };
}
const tailOf = ({ p95Seconds, p99Seconds }) => ({ p95: p95Seconds, p99: p99Seconds });
