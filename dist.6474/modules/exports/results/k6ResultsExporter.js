import { chosenRun } from '../../results/chosenRuns.js';
import { readResultDocument } from '../../results/readResultDocument.js';
import { formatNamed } from '../formatNamed.js';
/**
 * What k6 would have summed up of a run: `--summary-export`, or what `handleSummary` is handed.
 *
 * Forms: k6, internal/js/summary.go (`exportMetrics`: the flag holds whether a threshold was crossed; `summarizeMetricsToObject`).
 */
export const k6ResultsExporter = {
    name: 'k6-results',
    summary: 'RESULT (report.json) -> the summary of a k6 run, as JSON',
    settings: ['policy', 'format'],
    async write({ file, policies, format = 'summary-export' }) {
        const textOf = formatNamed(format, forms);
        const { scenario, policy } = chosenRun(readResultDocument(file), policies);
        const replication = scenario.shown_replication ?? 0;
        const shown = policy.replications.find((one) => one.replication === replication) ?? policy.replications[0];
        const seconds = scenario.duration_s - scenario.warmup_s;
        const metrics = metricsOf(policy, shown.measures, seconds);
        const values = shown.measures;
        const badCount = (values.requests_offered ?? 0) - (values.requests_unfinished ?? 0) - (values.requests_completed ?? 0);
        return {
            text: `${JSON.stringify(textOf({ metrics, seconds }), undefined, 2)}\n`,
            notes: [
                `${policy.name} in ${scenario.name}, replication ${shown.replication}, without the warm-up`,
                ...(badCount === 0
                    ? []
                    : [`http_req_duration is of completed requests; k6 counts the ${badCount} others too, as long as they took`]),
                'min is that of all runs, to within 1 %; virtual users, checks, bytes and phases of a request are not in a result',
                ...(policy.replications.length > 1 && Object.keys(policy.thresholds).length > 0
                    ? [`thresholds are judged over all ${policy.replications.length} runs`]
                    : []),
            ],
            usage: [],
        };
    },
};
const forms = {
    'summary-export': ({ metrics }) => ({
        root_group: { ...rootGroup, groups: {}, checks: {} },
        metrics: mapped(metrics, ({ type, values, thresholds }) => ({
            ...(type === 'rate' ? { passes: values.passes, fails: values.fails, value: values.rate } : values),
            ...thresholdsIn(thresholds, (isMet) => !isMet),
        })),
    }),
    'handle-summary': ({ metrics, seconds }) => ({
        root_group: { groups: [], checks: [], ...rootGroup },
        options: { summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)'], summaryTimeUnit: '', noColor: false },
        state: { isStdOutTTY: false, isStdErrTTY: false, testRunDurationMs: seconds * 1000 },
        metrics: mapped(metrics, ({ type, contains, values, thresholds }) => ({
            type,
            contains,
            values,
            ...thresholdsIn(thresholds, (isMet) => ({ ok: isMet })),
        })),
    }),
};
/** The id is the MD5 of its path, which is empty. */
const rootGroup = { name: '', path: '', id: 'd41d8cd98f00b204e9800998ecf8427e' };
function thresholdsIn(thresholds, shown) {
    return Object.keys(thresholds).length === 0 ? {} : { thresholds: mapped(thresholds, shown) };
}
function mapped(record, change) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
/** @param measures of one replication @param seconds that they are over */
function metricsOf(policy, measures, seconds) {
    const sentCount = (measures.requests_offered ?? 0) - (measures.requests_unfinished ?? 0);
    const goodCount = measures.requests_completed ?? 0;
    const counter = (count) => {
        return { type: 'counter', contains: 'default', values: { count, rate: count / seconds } };
    };
    const trend = {
        type: 'trend',
        contains: 'time',
        values: latenciesOf(policy, measures),
    };
    const rates = {
        rate: sentCount === 0 ? 0 : (sentCount - goodCount) / sentCount,
        passes: sentCount - goodCount,
        fails: goodCount,
    };
    const droppedCount = measures.dropped_iterations ?? 0;
    const metrics = {
        ...(droppedCount === 0 ? {} : { dropped_iterations: counter(droppedCount) }),
        http_req_duration: trend,
        'http_req_duration{expected_response:true}': trend,
        http_req_failed: { type: 'rate', contains: 'default', values: rates },
        http_reqs: counter(sentCount),
        iterations: counter(sentCount),
    };
    const judged = (name) => Object.fromEntries(policy.thresholds.filter(({ metric }) => metric === name).map(({ expression, ok }) => [expression, ok]));
    return Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, { ...metric, thresholds: judged(name) }]));
}
/** Milliseconds, of what the run has. */
function latenciesOf({ latencyHistogram: { upper_ms, count } }, measures) {
    const values = {
        avg: measures.latency_mean_ms,
        min: upper_ms[count.findIndex((one) => one > 0)],
        med: measures.latency_p50_ms,
        max: measures.latency_max_ms,
        'p(90)': measures.latency_p90_ms,
        'p(95)': measures.latency_p95_ms,
        'p(99)': measures.latency_p99_ms,
    };
    return Object.fromEntries(Object.entries(values).filter((entry) => typeof entry[1] === 'number'));
}
