import { bucketUpperSeconds } from '../stats/histogram.js';
/** Bounds in seconds, as client libraries of Prometheus have them when nobody says otherwise. */
export const latencyBounds = [
    0.005,
    0.01,
    0.025,
    0.05,
    0.1,
    0.25,
    0.5,
    1,
    2.5,
    5,
    10,
    Number.POSITIVE_INFINITY,
];
export const noLatencies = { counts: new Float64Array(latencyBounds.length), sumSeconds: 0 };
/** With what came since: a bucket counts for the bound it reaches to or holds, so within 0.8 % of the bound. */
export function addLatencies({ counts, sumSeconds }, recent) {
    if (recent.buckets.length === 0)
        return { counts, sumSeconds };
    const sums = counts.slice();
    let bound = 0;
    for (const [index, bucket] of recent.buckets.entries()) {
        const beginSeconds = bucket === 0 ? 0 : bucketUpperSeconds(bucket - 1);
        while (latencyBounds[bound] < beginSeconds)
            bound++;
        for (let above = bound; above < sums.length; above++)
            sums[above] += recent.counts[index];
    }
    return { counts: sums, sumSeconds: sumSeconds + recent.sumSeconds };
}
/** Copies the instances' counters; the caller has touched every living instance. */
export function takeSnapshot(seconds, table, counters) {
    const count = table.rowCount;
    return {
        seconds,
        serial: table.serial.slice(0, count),
        phase: table.phase.slice(0, count),
        service: table.service.slice(0, count),
        launchNumber: table.launchNumber.slice(0, count),
        launchedSeconds: table.launchedSeconds.slice(0, count),
        readySeconds: table.readySeconds.slice(0, count),
        busyVcpuSeconds: table.busyVcpuSeconds
            .slice(0, count)
            .map((seconds, instance) => seconds + table.backgroundVcpuSeconds[instance]),
        startupVcpuSeconds: table.startupVcpuSeconds.slice(0, count),
        networkBytes: table.networkBytes.slice(0, count),
        answered: table.answered.slice(0, count),
        inside: table.inside.slice(0, count),
        queued: table.queued.slice(0, count),
        memoryBytes: table.memoryBytes.slice(0, count),
        answers: counters.answers.slice(),
        errors: counters.errors.slice(),
        latencies: counters.latencies,
        latencyTotals: counters.latencyTotals,
        desired: counters.desired,
    };
}
/** A counter's growth from `base` to `now` for one instance; what the base did not know yet counts from 0. */
export function growthOf(column, instance, now, base) {
    const isSame = base !== undefined && instance < base.serial.length && base.serial[instance] === now.serial[instance];
    return now[column][instance] - (isSame ? base[column][instance] : 0);
}
