import { nearest, suggestion } from '../base/nearest.js';
import { Histogram } from '../stats/histogram.js';
import { judgedCount } from './measures/judgedCount.js';
import { oneOf, partOf, plainName } from './partName.js';
import type { ThresholdResult } from './results.js';
import type { RunResult, SampleGroup } from './runResult.js';
import {
  type Aggregation,
  aggregationName,
  holds,
  parseMetricSelector,
  parseThresholdExpression,
} from './thresholdExpression.js';
import {
  aggregationsFor,
  type SampleMetric,
  sampleMetrics,
  sampleTags,
  type TrendSamples,
  thresholdMetricNames,
} from './thresholdMetrics.js';

/** Metric (k6's or a measure, with or without tags) and its expressions. */
type Thresholds = Readonly<Record<string, readonly string[]>>;

/** Names that tags and measures of parts, such as `services.<name>.`, may use. */
interface ThresholdNames {
  readonly source: readonly string[];
  readonly service: readonly string[];
  readonly class: readonly string[];
  /** Classes that have measures; none when left out. */
  readonly measuredClass?: readonly string[];
  /** None when left out. */
  readonly consumer?: readonly string[];
  /** None when left out; the tag `service` may name them, too. */
  readonly provider?: readonly string[];
}

/** Why a threshold cannot be judged, in the parts of a Problem. */
interface ThresholdIssue {
  readonly metric: string;
  /** Index among the metric's expressions; undefined when the metric itself is wrong. */
  readonly index?: number;
  readonly code: 'unknown-metric' | 'wrong-aggregation' | 'bad-threshold' | 'unknown-tag';
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Everything wrong with the thresholds of a scenario, found before anything runs. */
export function checkThresholds(thresholds: Thresholds, names: ThresholdNames): ThresholdIssue[] {
  return Object.entries(thresholds).flatMap(([metric, expressions]) => {
    const issue = checkMetric(metric, names);
    return issue === undefined ? expressions.flatMap((text, index) => checkExpression(metric, text, index)) : [issue];
  });
}

function checkMetric(text: string, names: ThresholdNames): ThresholdIssue | undefined {
  const selector = parseMetricSelector(text);
  if (selector === undefined) {
    const fix = 'write a metric, or a metric with tags such as http_req_duration{source:shoppers}.';
    return {
      metric: text,
      code: 'bad-threshold',
      what: `"${text}" is not a metric`,
      why: 'Tags are key:value pairs.',
      fix,
    };
  }
  const { metric, tags } = selector;
  const part = partOf(metric);
  const kind = part === undefined ? 'service' : oneOf[part.kind];
  const own = names[kind === 'class' ? 'measuredClass' : kind] ?? [];
  if (part !== undefined && kind === 'class' && names.class.includes(part.name) && !own.includes(part.name)) {
    const isUnused = own.length > 0;
    return {
      metric: text,
      code: 'unknown-metric',
      what: isUnused
        ? `"${metric}": nothing sends or calls ${part.name}`
        : `"${metric}": request classes have no measures of their own here`,
      why: isUnused
        ? 'It would never have data.'
        : 'They have some where there are several, and models to answer them.',
      fix: isUnused
        ? suggestion(part.name, own)
        : `write a metric with a tag, such as http_req_duration{class:${part.name}}.`,
    };
  }
  if (part !== undefined && !own.includes(part.name)) {
    const what = `"${metric}" names no ${kind} of this scenario`;
    return {
      metric: text,
      code: 'unknown-metric',
      what,
      why: 'It would never have data.',
      fix: suggestion(part.name, own),
    };
  }
  if (aggregationsFor(metric) === undefined) {
    return {
      metric: text,
      code: 'unknown-metric',
      what: `"${metric}" is not a metric`,
      why: 'It would never have data.',
      fix: fixOfUnknown(metric),
    };
  }
  return checkTags(text, metric, tags, names);
}

/** Samples of a part go by tags, measures by its name; all of them would fill a screen. */
function fixOfUnknown(metric: string): string {
  const [part, own] = [partOf(metric), plainName(metric)];
  if (part !== undefined && Object.hasOwn(sampleMetrics, own)) {
    const kind = oneOf[part.kind];
    if (kind === 'service' || kind === 'class') return `write ${own}{${kind}:${part.name}}.`;
    return `write a measure such as ${metric.replace(/_ms$/, '_p95_ms')}.`;
  }
  const close = nearest(own, thresholdMetricNames());
  if (close !== undefined) return `did you mean "${metric.slice(0, metric.length - own.length)}${close}"?`;
  return `write one of ${Object.keys(sampleMetrics).join(', ')}, or a measure of docs/measures.md.`;
}

function checkTags(
  text: string,
  metric: string,
  tags: Readonly<Record<string, string>>,
  names: ThresholdNames,
): ThresholdIssue | undefined {
  const entries = Object.entries(tags);
  if (entries.length > 0 && !Object.hasOwn(sampleMetrics, metric)) {
    const fix = `write services.<name>.${metric} for one service, or use tags with: ${Object.keys(sampleMetrics).join(', ')}.`;
    return { metric: text, code: 'unknown-tag', what: `${metric} takes no tags`, why: 'It is one number a run.', fix };
  }
  for (const [tag, value] of entries) {
    if (tag !== 'source' && tag !== 'service' && tag !== 'class') {
      const fix = suggestion(tag, Object.keys(sampleTags));
      return { metric: text, code: 'unknown-tag', what: `"${tag}" is not a tag`, why: 'No sample carries it.', fix };
    }
    const own = tag === 'service' ? [...names.service, ...(names.provider ?? [])] : names[tag];
    if (!own.includes(value)) {
      const what = `there is no ${tag} "${value}"`;
      return {
        metric: text,
        code: 'unknown-tag',
        what,
        why: 'It would never have data.',
        fix: suggestion(value, own),
      };
    }
  }
  return undefined;
}

function checkExpression(metric: string, text: string, index: number): ThresholdIssue[] {
  const expression = parseThresholdExpression(text);
  const allowed = aggregationsFor(parseMetricSelector(metric)?.metric ?? metric) ?? [];
  if (expression === undefined) {
    const fix = `write for example "${exampleOf(allowed)}" (operators: < <= > >= == === !=).`;
    const why = 'A threshold is an aggregation, an operator and a number.';
    return [{ metric, index, code: 'bad-threshold', what: `"${text}" is not a threshold`, why, fix }];
  }
  const name = aggregationName(expression.aggregation);
  if (allowed.includes(name)) return [];
  const what = `${metric} has no "${name}"`;
  const why = 'Trends, rates, counters and values are aggregated in different ways.';
  return [{ metric, index, code: 'wrong-aggregation', what, why, fix: `use one of: ${allowed.join(', ')}.` }];
}

function exampleOf(allowed: readonly string[]): string {
  if (allowed.includes('p(N)')) return 'p(95)<300';
  return allowed.includes('rate') ? 'rate<0.01' : `${allowed[0] ?? 'value'}<10`;
}

interface Judging {
  readonly spanSeconds: number;
  /** Thresholds without data pass; unanswered requests are data. */
  readonly allowEmpty: boolean;
}

/**
 * Judges a candidate's thresholds over all its runs.
 *
 * Trends and rates pool the samples of all replications; counters and values are the mean over them.
 */
export function evaluateThresholds(
  thresholds: Thresholds,
  runs: readonly RunResult[],
  judging: Judging,
): ThresholdResult[] {
  return Object.entries(thresholds).flatMap(([metric, expressions]) =>
    expressions.map((text) => evaluate(metric, text, runs, judging)),
  );
}

/** A number, or why there is none. */
type Outcome = { readonly value: number } | { readonly missing: string };

function evaluate(metric: string, text: string, runs: readonly RunResult[], judging: Judging): ThresholdResult {
  const expression = parseThresholdExpression(text);
  const selector = parseMetricSelector(metric);
  if (expression === undefined || selector === undefined) {
    return { metric, expression: text, value: null, ok: false, reason: 'not a threshold' };
  }
  const sampled = Object.hasOwn(sampleMetrics, selector.metric) ? sampleMetrics[selector.metric] : undefined;
  const outcome =
    sampled === undefined || expression.aggregation === 'value'
      ? scalarValue(selector.metric, runs)
      : sampleValue(
          sampled,
          expression.aggregation,
          runs.map((run) => select(run, selector.tags)),
          judging,
        );
  if ('value' in outcome) {
    return { metric, expression: text, value: outcome.value, ok: holds(expression, outcome.value) };
  }
  const ok = outcome.missing !== 'unanswered' && judging.allowEmpty;
  return { metric, expression: text, value: null, ok, reason: outcome.missing };
}

/** Calls between services count where a class or a service is asked for, not where all requests or a source is. */
function select(
  { groups, callGroups = [] }: RunResult,
  tags: Readonly<Record<string, string>>,
): readonly SampleGroup[] {
  const isOfService = tags.source === undefined && (tags.class !== undefined || tags.service !== undefined);
  const wanted = Object.entries(sampleTags).filter(([tag]) => tags[tag] !== undefined);
  return (isOfService ? [...groups, ...callGroups] : groups).filter((group) =>
    wanted.every(([tag, property]) => group[property] === tags[tag]),
  );
}

/** Mean over the replications. One unanswered replication makes the whole unanswered; other nulls are left out. */
function scalarValue(name: string, runs: readonly RunResult[]): Outcome {
  // With one service a run states its measures once, without the service's name.
  const plain = name.replace(/^services\.[^.]+\./, '');
  const keys = runs.map(({ measures }) => (Object.hasOwn(measures, name) ? name : plain));
  const reasons = runs.flatMap(({ nulls }, index) => nulls[keys[index]] ?? []);
  if (reasons.includes('unanswered')) return { missing: 'unanswered' };
  const values = runs.flatMap(({ measures }, index) => measures[keys[index]] ?? []);
  return values.length === 0 ? { missing: reasons[0] ?? 'no data' } : { value: mean(values) };
}

function sampleValue(
  metric: SampleMetric,
  aggregation: Aggregation,
  runs: readonly (readonly SampleGroup[])[],
  { spanSeconds }: Judging,
): Outcome {
  if (metric.kind === 'trend') return trendOutcome(metric, aggregation, runs);
  const sum = (groups: readonly SampleGroup[], countOf: (counts: SampleGroup['counts']) => number) =>
    groups.reduce((total, { counts }) => total + countOf(counts), 0);
  if (metric.kind === 'rate') {
    const whole = sum(runs.flat(), metric.whole);
    return whole > 0 ? { value: sum(runs.flat(), metric.part) / whole } : { missing: 'no data' };
  }
  const count = mean(runs.map((groups) => sum(groups, metric.count)));
  if (runs.length === 0) return { missing: 'no data' };
  return { value: aggregation === 'rate' ? count / spanSeconds : count };
}

function trendOutcome(
  metric: SampleMetric & { readonly kind: 'trend' },
  aggregation: Aggregation,
  runs: readonly (readonly SampleGroup[])[],
): Outcome {
  const pooled = trendValue(samplesOf(metric, runs.flat()), aggregation);
  if (!metric.countsUnanswered || 'missing' in pooled) return pooled;
  // A replication that is unanswered by itself fails the candidate, however the others dilute it: its users got no answer.
  const isUnanswered = runs.some((groups) => {
    const own = trendValue(samplesOf(metric, groups), aggregation);
    return 'missing' in own && own.missing === 'unanswered';
  });
  return isUnanswered ? { missing: 'unanswered' } : pooled;
}

function samplesOf(
  { samples, countsUnanswered }: SampleMetric & { readonly kind: 'trend' },
  groups: readonly SampleGroup[],
): TrendSamples {
  const histogram = new Histogram();
  let unansweredCount = 0;
  for (const group of groups) {
    for (const sample of samples) {
      const own = group[sample];
      if (own !== undefined) histogram.addSparse(own);
    }
    if (countsUnanswered) unansweredCount += judgedCount(group.counts) - group.counts.completed;
  }
  return { histogram, unansweredCount };
}

/** In milliseconds, as k6 does. */
function trendValue({ histogram, unansweredCount }: TrendSamples, aggregation: Aggregation): Outcome {
  const total = histogram.count + unansweredCount;
  if (total === 0) return { missing: 'no data' };
  if (aggregation === 'min') return histogram.count > 0 ? inMs(histogram.minSeconds) : { missing: 'unanswered' };
  if (aggregation === 'avg' || aggregation === 'max') {
    if (unansweredCount > 0) return { missing: 'unanswered' };
    return inMs(aggregation === 'max' ? histogram.maxSeconds : histogram.meanSeconds);
  }
  const probability = typeof aggregation === 'object' ? aggregation.quantile : 0.5;
  // 1e-9: 0.99 x 200 must be rank 198, whatever the doubles say.
  const rank = Math.max(1, Math.ceil(probability * total - 1e-9));
  if (rank > histogram.count) return { missing: 'unanswered' };
  return inMs(histogram.quantileSeconds(rank / histogram.count));
}

function inMs(seconds: number | undefined): Outcome {
  return seconds === undefined ? { missing: 'no data' } : { value: seconds * 1e3 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
