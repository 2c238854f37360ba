import { inputProblem, readInput } from '../../readInput.js';
import { kneeText } from './kneeText.js';
import { loadWarnings } from './loadWarnings.js';
/** Groups and checks of a large script make some megabytes. */
const LIMIT_BYTES = 50_000_000;
/**
 * The sums of a k6 test, in each of its three forms.
 *
 * Source: k6, internal/js/summary.go (what `handleSummary` is handed: `values` of each metric, `state.testRunDurationMs`),
 * internal/js/summary-wrapper.js (`--summary-export`: values without that frame; a threshold is true where it FAILED), and
 * internal/lib/summary/machinereadable (`results.metrics`, a list; `config.duration` in seconds). Trends are in milliseconds in all.
 */
export const k6SummaryReader = {
    name: 'k6-summary',
    summary: 'summaries of k6 (--summary-export, handleSummary)',
    recognises: ({ jsonKeys, text }) => (jsonKeys.includes('metrics') && text.includes('"http_req')) ||
        (jsonKeys.includes('results') && text.includes('"k6Version"')),
    read: readSummary,
};
function readSummary(file) {
    const summary = summaryOf(parseJson(file), file);
    const { metrics, form } = summary;
    const requestCount = numberIn(metrics.get('http_reqs'), 'count');
    const trend = metrics.get('http_req_duration');
    if (requestCount === null || requestCount === 0 || trend === undefined)
        throw noRequests(file);
    const ratePerSecond = numberIn(metrics.get('http_reqs'), 'rate');
    const durationSeconds = summary.durationSeconds ?? (ratePerSecond === null || ratePerSecond === 0 ? null : requestCount / ratePerSecond);
    const knee = { status: 'unknown', why: 'a summary has no times; k6 run --out json=FILE has' };
    const evidence = {
        kind: 'load-test',
        file,
        summary: `k6 (${form}), ${requestCount} requests, ${kneeText(knee)}`,
        tool: 'k6',
        form,
        durationSeconds,
        requestCount,
        ratePerSecond: ratePerSecond ?? (durationSeconds === null ? null : requestCount / durationSeconds),
        latency: latencyOf(trend, requestCount),
        failedShare: failedShareOf(metrics.get('http_req_failed')),
        droppedIterationCount: numberIn(metrics.get('dropped_iterations'), 'count') ?? 0,
        maxVUs: numberIn(metrics.get('vus_max'), 'max') ?? numberIn(metrics.get('vus_max'), 'value'),
        activeVUs: [],
        failedThresholds: [...metrics].flatMap(([name, metric]) => metric.failedThresholds.map((one) => `${name} ${one}`)),
        recording: { startUnixSeconds: null, series: [] },
        scenarios: partsBy('scenario', metrics, requestCount),
        classes: partsBy('name', metrics, requestCount),
        knee,
    };
    return { evidence: [evidence], warnings: [...loadWarnings(evidence), ...thresholdWarnings(evidence)] };
}
function parseJson(file) {
    try {
        return fieldsOf(JSON.parse(readInput(file, LIMIT_BYTES).toString('utf8')));
    }
    catch (thrown) {
        if (!(thrown instanceof SyntaxError))
            throw thrown;
        throw inputProblem(file, {
            code: 'bad-json',
            what: `is not JSON: ${thrown.message}`,
            why: 'A summary is one JSON object.',
            fix: 'give the file as k6 wrote it.',
        });
    }
}
function summaryOf(document, file) {
    const results = fieldsOf(document.results);
    if (Array.isArray(results.metrics)) {
        const metrics = results.metrics.map(fieldsOf).map((one) => {
            return [String(one.name), { values: fieldsOf(one.values), failedThresholds: [] }];
        });
        const durationSeconds = finite(fieldsOf(document.config).duration);
        return { form: 'machine-readable-summary', durationSeconds, metrics: new Map(metrics) };
    }
    const entries = Object.entries(fieldsOf(document.metrics)).map(([name, one]) => [name, fieldsOf(one)]);
    if (entries.length === 0)
        throw noRequests(file);
    const isFramed = entries.some(([, one]) => 'values' in one);
    const metrics = entries.map(([name, one]) => {
        const failed = Object.entries(fieldsOf(one.thresholds)).filter(([, result]) => isFramed ? fieldsOf(result).ok === false : result === true);
        return [name, { values: isFramed ? fieldsOf(one.values) : one, failedThresholds: failed.map(([text]) => text) }];
    });
    const milliseconds = finite(fieldsOf(document.state).testRunDurationMs);
    return {
        form: isFramed ? 'handle-summary' : 'summary-export',
        durationSeconds: milliseconds === null ? null : milliseconds / 1000,
        metrics: new Map(metrics),
    };
}
/** Submetrics of one tag, which are there for thresholds: `http_req_duration{scenario:browse}`. */
function partsBy(tag, metrics, allCount) {
    return [...metrics].flatMap(([key, trend]) => {
        const name = new RegExp(`^http_req_duration\\{\\s*${tag}\\s*:\\s*([^,}]+)\\}$`).exec(key)?.[1].trim();
        if (name === undefined)
            return [];
        const beside = (metric) => metrics.get(key.replace('http_req_duration', metric));
        const requestCount = numberIn(beside('http_reqs'), 'count');
        return [
            {
                name,
                requestCount,
                share: requestCount === null ? null : requestCount / allCount,
                failedShare: failedShareOf(beside('http_req_failed')),
                latency: latencyOf(trend, requestCount ?? 0),
            },
        ];
    });
}
function latencyOf(trend, count) {
    const seconds = (key) => {
        const milliseconds = numberIn(trend, key);
        return milliseconds === null ? null : milliseconds / 1000;
    };
    return {
        count,
        meanSeconds: seconds('avg'),
        p50Seconds: seconds('med') ?? seconds('p(50)'),
        p90Seconds: seconds('p(90)'),
        p95Seconds: seconds('p(95)'),
        p99Seconds: seconds('p(99)'),
    };
}
/** `rate` where the values have a frame, `value` where they have none. */
function failedShareOf(metric) {
    return numberIn(metric, 'rate') ?? numberIn(metric, 'value');
}
function thresholdWarnings({ file, failedThresholds }) {
    if (failedThresholds.length === 0)
        return [];
    const what = `thresholds failed: ${failedThresholds.join(', ')}`;
    return [
        { code: 'threshold-failed', where: { file }, what, assumed: 'its numbers are those of a service under strain' },
    ];
}
function noRequests(file) {
    return inputProblem(file, {
        code: 'no-requests',
        what: 'has no http_reqs and http_req_duration',
        why: 'Only requests over HTTP are read, and without one there is neither rate nor latency.',
        fix: 'give the results of a test that sends HTTP requests.',
    });
}
function numberIn(metric, key) {
    return finite(metric?.values[key]);
}
function finite(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
function fieldsOf(value) {
    // safe: an object that is no list is a map of unknown values.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
