import { basename } from 'node:path';
import { unitOf } from '../../results/seriesRoles.js';
import { RequestBins } from '../log/requestBins.js';
import { IntervalLatencies } from './intervalLatencies.js';
/**
 * Requests by interval with their latencies, in whatever order they come.
 *
 * How long the file is shows only at its end: intervals begin short and are put together as they become too many, so memory
 * is bounded by the limits of the steps.
 */
export class RequestTimeline {
    #steps;
    #step = 0;
    bins;
    latencies = new IntervalLatencies();
    upstream = new IntervalLatencies();
    constructor(steps) {
        this.#steps = steps;
        this.bins = new RequestBins(steps[0].intervalSeconds);
    }
    /** @returns whether it is within the longest time that the steps allow */
    add({ seconds, isFailed, latencySeconds, upstreamSeconds }) {
        const { bins } = this;
        bins.add({ seconds, status: isFailed ? 500 : 200 });
        while (bins.binCount > this.#steps[this.#step].limitCount) {
            if (this.#step + 1 === this.#steps.length)
                return false;
            this.#coarsen();
        }
        const bin = Math.floor(seconds / bins.intervalSeconds);
        if (latencySeconds !== undefined)
            this.latencies.add(bin, latencySeconds);
        if (upstreamSeconds !== undefined)
            this.upstream.add(bin, upstreamSeconds);
        return true;
    }
    #coarsen() {
        const { bins } = this;
        const factor = this.#steps[++this.#step].intervalSeconds / bins.intervalSeconds;
        for (const part of [bins, this.latencies, this.upstream])
            part.coarsen(factor);
    }
    /** Makes intervals longer as long as at least `count` of them are left. */
    coarsenTo(count) {
        while (this.coarsenOnce(count))
            ;
    }
    /** Makes intervals longer by one step if at least `count` are left then. @returns whether it did */
    coarsenOnce(count) {
        const next = this.#steps.at(this.#step + 1)?.intervalSeconds ?? Number.POSITIVE_INFINITY;
        if (this.bins.binCount / (next / this.bins.intervalSeconds) < count)
            return false;
        this.#coarsen();
        return true;
    }
    dropPartial() {
        return this.bins.dropPartial();
    }
    /** Every interval from the first to the last, empty ones too. */
    intervals() {
        const { bins } = this;
        return [...bins].map(({ seconds, requestCount, errorCount }) => {
            const bin = Math.round(seconds / bins.intervalSeconds);
            const [latencies, upstream] = [this.latencies.at(bin), this.upstream.at(bin)];
            return { seconds, requestCount, failedCount: errorCount, latencies, upstream };
        });
    }
    /** As series of a recording, whose second 0 is the begin of the first interval. */
    recording(file) {
        const intervals = this.intervals();
        const { intervalSeconds } = this.bins;
        const startUnixSeconds = intervals[0].seconds;
        const series = recorded.flatMap(({ role, name, read }) => {
            const points = intervals.flatMap((one) => {
                const value = read(one, intervalSeconds);
                return value === undefined ? [] : [[one.seconds - startUnixSeconds, value]];
            });
            if (points.length === 0)
                return [];
            return [
                {
                    role,
                    source: { file, name: `${name} of ${basename(file)}`, labels: {} },
                    unit: unitOf(role),
                    points,
                    stepSeconds: points.length < 2 ? null : intervalSeconds,
                    windowSeconds: intervalSeconds,
                    terminatingSeconds: 0,
                },
            ];
        });
        return { startUnixSeconds, series };
    }
}
/** A quantile of an interval, where it has enough for one value beyond it. */
function quantile(role, probability) {
    return {
        role,
        name: 'latency',
        read: ({ latencies }) => latencies === undefined || latencies.count * (1 - probability) < 1
            ? undefined
            : latencies.quantileSeconds(probability),
    };
}
const recorded = [
    { role: 'request-rate', name: 'requests', read: ({ requestCount }, seconds) => requestCount / seconds },
    {
        role: 'error-share',
        name: 'failed requests',
        read: ({ requestCount, failedCount }) => (requestCount === 0 ? undefined : failedCount / requestCount),
    },
    { role: 'latency-mean', name: 'latency', read: ({ latencies }) => latencies?.meanSeconds },
    quantile('latency-p50', 0.5),
    quantile('latency-p90', 0.9),
    quantile('latency-p95', 0.95),
    quantile('latency-p99', 0.99),
];
