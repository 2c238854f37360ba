import { metricNames } from '../../../telemetry/metrics.js';
/** `metrics.cpu_utilization`, `metrics["x"]`, `history('x')`, and `{ request_rate, queue_depth = 0 } = observation.metrics`. */
const inPlace = /\bmetrics\s*(?:\.\s*|\[\s*["'])(\w+)|\bhistory\s*\(\s*["'](\w+)/g;
const destructured = /\{([^{}]*)\}\s*=\s*\w+\.metrics\b/g;
/** Metrics that a policy's text names, of those that there are. */
export function readMetrics(text) {
    const found = new Map();
    const add = (name, index) => {
        if (![...metricNames, 'age_seconds'].includes(name))
            return;
        const line = text.slice(0, index).split('\n').length;
        found.set(name, [...new Set([...(found.get(name) ?? []), line])]);
    };
    for (const match of text.matchAll(inPlace))
        add(match[1] ?? match[2], match.index);
    for (const match of text.matchAll(destructured)) {
        for (const part of match[1].split(','))
            add(part.trim().split(/[\s=:]/)[0], match.index);
    }
    return [...found].map(([name, lines]) => ({ kind: 'metric', name, value: null, lines }));
}
