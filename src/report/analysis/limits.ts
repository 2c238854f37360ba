import { measureOf } from '../../results/measures/index.js';
import type { PolicyResult, ScenarioResult, SloResult, ThresholdResult } from '../../results/results.js';
import {
  type Aggregation,
  type Operator,
  parseMetricSelector,
  parseThresholdExpression,
} from '../../results/thresholdExpression.js';
import { heldInText } from '../sloText.js';

/** A promise a policy must keep: the SLO's objective or one of the scenario's thresholds. */
export interface Limit {
  /** As the user wrote it: `http_req_duration p(95)<300`. */
  readonly expression: string;
  /** Short, for sentences and heads: `p99 all`, `good requests`. */
  readonly label: string;
  /** The measure that shows the same number; undefined for narrowed or foreign metrics. */
  readonly measure: string | undefined;
  readonly unit: string;
  /** The objective, not a threshold on the same measure. */
  readonly isSlo: boolean;
  readonly operator: Operator;
  readonly limit: number;
  readonly value: number | null;
  readonly ok: boolean;
  readonly reason: string | undefined;
}

/** Everything the policy must keep: the objective first, then the thresholds in the scenario's order. */
export function limitsOf(policy: PolicyResult, { slo }: Pick<ScenarioResult, 'slo'>): Limit[] {
  const limits = policy.thresholds.map(limitOf);
  return slo === null || policy.slo === undefined ? limits : [objectiveOf(policy.slo, slo.objective), ...limits];
}

function objectiveOf(result: SloResult, objective: number): Limit {
  const { met, good_share: value, gate, reason } = result;
  const held = heldInText(result);
  return {
    expression: `good requests >= ${Number((objective * 100).toPrecision(12))} %${gate ? '' : ', only reported'}`,
    label: 'good requests',
    measure: 'slo_attainment',
    isSlo: true,
    unit: 'ratio',
    operator: '>=',
    limit: objective,
    value,
    ok: met,
    reason: reason ?? (held === undefined ? undefined : `${met ? 'met' : 'only met'} ${held}`),
  };
}

function limitOf({ metric, expression, value, ok, reason }: ThresholdResult): Limit {
  const selector = parseMetricSelector(metric);
  const parsed = parseThresholdExpression(expression);
  const aggregation = parsed?.aggregation ?? 'value';
  const isNarrowed = selector === undefined || Object.keys(selector.tags).length > 0;
  const measure = isNarrowed ? undefined : measureFor(selector.metric, aggregation);
  const known = measure === undefined ? undefined : measureOf(measure);
  return {
    expression: `${metric} ${expression}`,
    label: known?.label ?? `${metric} ${expression.replace(/\s*[<>=!].*$/, '')}`,
    measure,
    isSlo: false,
    unit: known?.unit ?? unitOf(metric, aggregation),
    operator: parsed?.operator ?? '<',
    limit: parsed?.limit ?? Number.NaN,
    value,
    ok,
    reason,
  };
}

const families: Readonly<Record<string, string>> = {
  http_req_duration: 'latency_',
  latency_ms: 'latency_',
  latency_all_ms: 'latency_all_',
  queue_wait_ms: 'queue_wait_',
  ttft_ms: 'ttft_',
  itl_ms: 'itl_',
};

/** The measure equal to a threshold's number, if the page has one. */
function measureFor(metric: string, aggregation: Aggregation): string | undefined {
  const family = families[metric];
  const name = family === undefined ? metric : `${family}${suffixOf(aggregation)}_ms`;
  return measureOf(name) === undefined ? undefined : name;
}

function suffixOf(aggregation: Aggregation): string {
  if (typeof aggregation === 'object')
    return `p${String(Number((aggregation.quantile * 100).toPrecision(12)))}`.replace('.', '');
  if (aggregation === 'med') return 'p50';
  return aggregation === 'avg' ? 'mean' : aggregation;
}

function unitOf(metric: string, aggregation: Aggregation): string {
  if (/_ms\b|duration/.test(metric)) return 'ms';
  if (aggregation === 'rate') return /failed/.test(metric) ? 'ratio' : 'per_second';
  return 'count';
}

/** How many times over its limit a broken value stands; infinite where requests went unanswered. */
export function excessOf({ value, limit, unit, operator, reason }: Limit): number {
  if (value === null) return reason === 'unanswered' ? Number.POSITIVE_INFINITY : 1;
  // A share near 1 is judged by what is missing: 98 % against 99 % is twice the allowed errors.
  const [measured, allowed] = unit === 'ratio' && operator.startsWith('>') ? [1 - value, 1 - limit] : [value, limit];
  if (operator.startsWith('>') && unit !== 'ratio') return allowed / Math.max(measured, Number.MIN_VALUE);
  return measured / Math.max(allowed, 1e-9);
}
