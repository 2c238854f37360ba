import { Latencies } from '../latencies.js';
import { RequestTimeline } from '../requestTimeline.js';
/** Whole multiples of one another; 10 days are the longest. */
const intervals = [
    { intervalSeconds: 1, limitCount: 900 },
    { intervalSeconds: 5, limitCount: 900 },
    { intervalSeconds: 15, limitCount: 960 },
    { intervalSeconds: 60, limitCount: 2880 },
    { intervalSeconds: 300, limitCount: 2880 },
];
/** Intervals are made longer while so many are left, and for latencies down to the second number. */
const WANTED_INTERVALS = 40;
const FEWEST_INTERVALS = 12;
const ENOUGH_COUNT = 30;
/** Names of requests that are told apart: a name with an id in it makes thousands. */
const nameLimit = 1000;
/** A scenario or class while it is counted. */
class PartTotals {
    latencies = new Latencies();
    failedCount = 0;
}
/** What is kept of a test's values, in bounded memory. */
export class SampleTotals {
    timeline = new RequestTimeline(intervals);
    #scenarios = new Map();
    #classes = new Map();
    #activeVUs = new Map();
    #dropped = new Map();
    #iterationCount = 0;
    #canTellFailures = false;
    maxVUs = 0;
    firstSeconds = Number.POSITIVE_INFINITY;
    lastSeconds = Number.NEGATIVE_INFINITY;
    /** @returns whether the test still has a length that can be */
    add(sample) {
        const { metric, seconds, value, tags } = sample;
        this.firstSeconds = Math.min(this.firstSeconds, seconds);
        this.lastSeconds = Math.max(this.lastSeconds, seconds);
        // setup() and teardown() stand outside of the load. Source: k6, lib/consts: SetupFn, TeardownFn as groups.
        if (/^::(setup|teardown)\b/.test(tags.group ?? ''))
            return true;
        const second = Math.floor(seconds);
        if (metric === 'http_req_duration')
            return this.#request(sample);
        if (metric === 'iterations')
            this.#iterationCount += value;
        else if (metric === 'dropped_iterations')
            this.#dropped.set(second, (this.#dropped.get(second) ?? 0) + value);
        else if (metric === 'vus')
            this.#activeVUs.set(second, value);
        if (metric === 'vus' || metric === 'vus_max')
            this.maxVUs = Math.max(this.maxVUs, value);
        return true;
    }
    #request({ seconds, value, tags }) {
        const latencySeconds = Math.max(0, value / 1000);
        const failed = isFailed(tags);
        if (failed !== undefined)
            this.#canTellFailures = true;
        for (const [map, name] of [
            [this.#scenarios, tags.scenario ?? 'default'],
            [this.#classes, classOf(tags)],
        ]) {
            const key = map.has(name) || map.size < nameLimit ? name : 'other';
            const totals = map.get(key) ?? new PartTotals();
            map.set(key, totals);
            totals.latencies.add(latencySeconds);
            if (failed === true)
                totals.failedCount++;
        }
        return this.timeline.add({ seconds: seconds - latencySeconds, isFailed: failed === true, latencySeconds });
    }
    get droppedCount() {
        return [...this.#dropped.values()].reduce((sum, one) => sum + one, 0);
    }
    /** Null where no request says whether it failed. */
    get failedShare() {
        const { requestCount, errorCount } = this.timeline.bins;
        return this.#canTellFailures ? errorCount / requestCount : null;
    }
    parts(of) {
        const all = this.timeline.latencies.all.count;
        return [...(of === 'scenarios' ? this.#scenarios : this.#classes)]
            .map(([name, { latencies, failedCount }]) => {
            const { count } = latencies;
            const failedShare = this.#canTellFailures ? failedCount / count : null;
            return { name, requestCount: count, share: count / all, failedShare, latency: factsOf(latencies) };
        })
            .sort((a, b) => (b.requestCount ?? 0) - (a.requestCount ?? 0) || (a.name < b.name ? -1 : 1));
    }
    /** Virtual users by second, from `startUnixSeconds` on. */
    activeVUs(startUnixSeconds) {
        return [...this.#activeVUs]
            .map(([second, count]) => [second - startUnixSeconds, count])
            .sort((a, b) => a[0] - b[0]);
    }
    /** Makes intervals as long as a judgement needs. */
    settle() {
        this.timeline.coarsenTo(WANTED_INTERVALS);
        const median = () => {
            const counts = this.timeline.intervals().map(({ requestCount }) => requestCount);
            return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)];
        };
        while (median() < ENOUGH_COUNT && this.timeline.coarsenOnce(FEWEST_INTERVALS))
            ;
    }
    kneeIntervals() {
        const { intervalSeconds, requestCount } = this.timeline.bins;
        const requestsPerIteration = this.#iterationCount === 0 ? 1 : requestCount / this.#iterationCount;
        const dropped = new Map();
        for (const [second, count] of this.#dropped) {
            const bin = Math.floor(second / intervalSeconds);
            dropped.set(bin, (dropped.get(bin) ?? 0) + count);
        }
        return this.timeline.intervals().map(({ seconds, requestCount: count, failedCount, latencies }) => {
            const droppedCount = dropped.get(Math.round(seconds / intervalSeconds)) ?? 0;
            const offeredPerSecond = (count + droppedCount * requestsPerIteration) / intervalSeconds;
            return { offeredPerSecond, requestCount: count, failedCount, droppedCount, latencies };
        });
    }
}
/** By the tag that k6 sets for it, else by the status; undefined where there is neither. */
function isFailed({ expected_response: expected, status }) {
    if (expected === 'true' || expected === 'false')
        return expected === 'false';
    return status === undefined ? undefined : Number(status) === 0 || Number(status) >= 400;
}
/** `GET /item`: the name of a request is its URL unless the script gives it another. */
function classOf({ method, name, url }) {
    const path = (name ?? url ?? 'other').replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
    return `${method === undefined ? '' : `${method} `}${(path === '' ? '/' : path).slice(0, 100)}`;
}
/** Of at least one. */
export function factsOf(latencies) {
    const none = { count: 0, meanSeconds: null, p50Seconds: null, p90Seconds: null, p95Seconds: null, p99Seconds: null };
    return latencies.facts ?? none;
}
