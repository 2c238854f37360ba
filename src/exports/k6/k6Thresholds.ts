import { parseMetricSelector } from '../../results/thresholdExpression.js';
import type { Scenario } from '../../scenario/schema.js';

/** Thresholds in k6's words, and why the others have none. */
interface K6Thresholds {
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly string[];
}

/** Our names of metrics that k6 has, too. */
const k6Metrics: Readonly<Record<string, string>> = {
  http_reqs: 'http_reqs',
  http_req_duration: 'http_req_duration',
  http_req_failed: 'http_req_failed',
  iterations: 'iterations',
  dropped_iterations: 'dropped_iterations',
  latency_ms: 'http_req_duration',
};

/** Our tags as k6 has them; the script itself tags its requests with their class. */
const k6Tags: Readonly<Record<string, string>> = { source: 'scenario', class: 'class' };

/** The thresholds that k6 can judge. */
export function k6Thresholds({ thresholds, traffic }: Pick<Scenario, 'thresholds' | 'traffic'>): K6Thresholds {
  const sent = new Set(Object.values(traffic).map(({ request }) => request));
  const taken: Record<string, string[]> = {};
  const notes: string[] = [];
  for (const [metric, expressions] of Object.entries(thresholds)) {
    const name = k6Name(metric);
    for (const expression of expressions) {
      // `value` is our word for a number a run; k6 has it for gauges only.
      if (name === undefined || /\bvalue\b/.test(expression))
        notes.push(`threshold ${metric} (${expression}) is left out: k6 has no such metric`);
      else if (!isSent(metric, sent))
        notes.push(`threshold ${metric} (${expression}) is left out: k6 sends no such request, other requests call it`);
      else taken[name] = [...(taken[name] ?? []), expression];
    }
  }
  return { thresholds: taken, notes };
}

/** Whether k6 sends requests of the class that a metric is of. */
function isSent(metric: string, sent: ReadonlySet<string | undefined>): boolean {
  const className = parseMetricSelector(metric)?.tags.class;
  return className === undefined || sent.has(className);
}

function k6Name(text: string): string | undefined {
  const selector = parseMetricSelector(text);
  if (selector === undefined || !Object.hasOwn(k6Metrics, selector.metric)) return undefined;
  const tags = Object.entries(selector.tags).map(([key, value]) =>
    Object.hasOwn(k6Tags, key) ? `${k6Tags[key]}:${value}` : undefined,
  );
  if (tags.includes(undefined)) return undefined;
  const metric = k6Metrics[selector.metric];
  return tags.length === 0 ? metric : `${metric}{${tags.join(',')}}`;
}
