import { measureOf, measures } from './measures/index.js';
import { judgedCount } from './measures/judgedCount.js';
const latency = {
    kind: 'trend',
    samples: ['completedLatency', 'failedLatency'],
    countsUnanswered: false,
};
/** k6's metrics and the two of ours that have samples. */
export const sampleMetrics = {
    http_reqs: { kind: 'counter', count: ({ attempts }) => attempts },
    http_req_duration: latency,
    http_req_failed: {
        kind: 'rate',
        part: (counts) => judgedCount(counts) - counts.completed,
        whole: judgedCount,
    },
    iterations: { kind: 'counter', count: ({ completed, failed }) => completed + failed },
    dropped_iterations: { kind: 'counter', count: ({ droppedIterations }) => droppedIterations },
    latency_ms: latency,
    latency_all_ms: { kind: 'trend', samples: ['completedLatency'], countsUnanswered: true },
    queue_wait_ms: { kind: 'trend', samples: ['queueWait'], countsUnanswered: false },
};
/** Tags that narrow a metric of samples, with the property of a group that they name. */
export const sampleTags = { source: 'source', service: 'service', class: 'requestClass' };
const aggregationsOf = {
    trend: ['avg', 'min', 'max', 'med', 'p(N)'],
    counter: ['count', 'rate'],
    rate: ['rate'],
};
/** Aggregations that a metric allows; undefined when there is no such metric. Counters of samples are also scalar measures. */
export function aggregationsFor(metric) {
    const sampled = Object.hasOwn(sampleMetrics, metric) ? sampleMetrics[metric] : undefined;
    const measure = measureOf(metric);
    const names = new Set(sampled === undefined ? [] : aggregationsOf[sampled.kind]);
    for (const name of measure === undefined ? [] : scalarAggregations(measure))
        names.add(name);
    return names.size === 0 ? undefined : [...names];
}
function scalarAggregations({ unit }) {
    if (unit === 'count')
        return ['value', 'count'];
    return unit === 'ratio' ? ['value', 'rate'] : ['value'];
}
/** Every name a threshold may use, for messages. */
export function thresholdMetricNames() {
    return [...new Set([...Object.keys(sampleMetrics), ...measures.map(({ name }) => name)])];
}
