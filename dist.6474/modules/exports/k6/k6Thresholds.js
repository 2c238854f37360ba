import { parseMetricSelector } from '../../results/thresholdExpression.js';
/** Our names of metrics that k6 has, too. */
const k6Metrics = {
    http_reqs: 'http_reqs',
    http_req_duration: 'http_req_duration',
    http_req_failed: 'http_req_failed',
    iterations: 'iterations',
    dropped_iterations: 'dropped_iterations',
    latency_ms: 'http_req_duration',
};
/** Our tags as k6 has them; the script itself tags its requests with their class. */
const k6Tags = { source: 'scenario', class: 'class' };
/** The thresholds that k6 can judge. */
export function k6Thresholds({ thresholds }) {
    const taken = {};
    const notes = [];
    for (const [metric, expressions] of Object.entries(thresholds)) {
        const name = k6Name(metric);
        for (const expression of expressions) {
            // `value` is our word for a number a run; k6 has it for gauges only.
            if (name === undefined || /\bvalue\b/.test(expression))
                notes.push(`threshold ${metric} (${expression}) is left out: k6 has no such metric`);
            else
                taken[name] = [...(taken[name] ?? []), expression];
        }
    }
    return { thresholds: taken, notes };
}
function k6Name(text) {
    const selector = parseMetricSelector(text);
    if (selector === undefined || !Object.hasOwn(k6Metrics, selector.metric))
        return undefined;
    const tags = Object.entries(selector.tags).map(([key, value]) => Object.hasOwn(k6Tags, key) ? `${k6Tags[key]}:${value}` : undefined);
    if (tags.includes(undefined))
        return undefined;
    const metric = k6Metrics[selector.metric];
    return tags.length === 0 ? metric : `${metric}{${tags.join(',')}}`;
}
