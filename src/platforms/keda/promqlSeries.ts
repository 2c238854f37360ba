import { childrenOf, type GrammarNode } from '../../telemetry/promql/grammar.js';
import { allNodes, argumentsOf, binaryParts, childNamed, innerOf, nameOf, readsMetric } from './promqlNodes.js';

/** How many series a part of a query leaves, as far as its text says it. */
interface SeriesLeft {
  /** Labels in which its series may differ: none leave one series; 'unknown': nothing is known of them. */
  readonly free: ReadonlySet<string> | 'unknown';
  /** Labels that its series have; 'unknown': some, and nobody knows which. */
  readonly labels: ReadonlySet<string> | 'unknown';
  /** Why there may be more than one. */
  readonly because: SeriesCause | undefined;
}

/**
 * A metric as it is (with equality matchers or without any), a rate of one, a recording rule, groups that an aggregation keeps,
 * the first k, two sides of an `or` whose labels differ.
 */
export type SeriesCause = 'metric' | 'matched metric' | 'rate' | 'recording rule' | 'groups' | 'first k' | 'or';

const none: ReadonlySet<string> = new Set();
const one: SeriesLeft = { free: none, labels: none, because: undefined };
const oneWithLabels: SeriesLeft = { ...one, labels: 'unknown' };

/**
 * Walks down to the part that decides how many series there are.
 *
 * An aggregation leaves the labels of its `by`, except those that a matcher `=` holds at one value. A binary operator without
 * group_left matches one to one, so one series on either side leaves one.
 *
 * Source: prometheus.io, Querying: operators and functions.
 */
export function seriesLeft(node: GrammarNode, query: string): SeriesLeft {
  const inner = innerOf(node);
  if (inner !== undefined) return seriesLeft(inner, query);
  if (node.name === 'VectorSelector') return ofSelector(node, query);
  if (node.name === 'AggregateExpr') return ofAggregation(node, query);
  if (node.name === 'FunctionCall') return ofCall(node, query);
  if (node.name === 'BinaryExpr') return ofBinary(node, query);
  return one;
}

export function isOneSeries({ free }: SeriesLeft): boolean {
  return free !== 'unknown' && free.size === 0;
}

function ofSelector(node: GrammarNode, query: string): SeriesLeft {
  const name = childNamed(node, 'Identifier');
  // Names of vLLM have a colon, and are no rules.
  const isRule = name !== undefined && /^(?!vllm:).*:/.test(query.slice(name.from, name.to));
  const because = isRule ? 'recording rule' : pinnedLabels(node, query).size > 0 ? 'matched metric' : 'metric';
  return { free: 'unknown', labels: 'unknown', because };
}

/** Labels that every selector in this part holds at one value. */
function pinnedLabels(node: GrammarNode, query: string): Set<string> {
  const selectors = allNodes(node).filter(({ name }) => name === 'VectorSelector');
  const [first = new Set<string>(), ...others] = selectors.map((selector) => {
    const equalities = allNodes(selector).filter((matcher) => isEquality(matcher));
    return new Set(equalities.map((matcher) => labelOf(matcher, query)).filter((label) => label !== '__name__'));
  });
  return new Set([...first].filter((label) => others.every((other) => other.has(label))));
}

function isEquality(matcher: GrammarNode): boolean {
  const op = childNamed(matcher, 'MatchOp');
  return op !== undefined && childNamed(op, 'EqlSingle') !== undefined;
}

function labelOf(matcher: GrammarNode, query: string): string {
  const [label] = childrenOf(matcher);
  return query.slice(label.from, label.to).replace(/^["'`]|["'`]$/g, '');
}

const choosing: readonly string[] = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

function ofAggregation(node: GrammarNode, query: string): SeriesLeft {
  const name = nameOf(node, query);
  const modifier = childNamed(node, 'AggregateModifier');
  const [first, second] = argumentsOf(node);
  if (choosing.includes(name) && first !== undefined && second !== undefined) {
    const chosen = seriesLeft(second, query);
    if (isOneSeries(chosen)) return chosen;
    // A ratio of 1 is all of them; with groups it is one of each.
    const isOne = name !== 'limit_ratio' && modifier === undefined && query.slice(first.from, first.to) === '1';
    return isOne ? oneWithLabels : { ...chosen, because: 'first k' };
  }
  if (name === 'count_values') return { free: 'unknown', labels: 'unknown', because: 'groups' };
  if (modifier === undefined) return one;
  const [word, labels] = childrenOf(modifier);
  if (word.name !== 'By') return { free: 'unknown', labels: 'unknown', because: 'groups' };
  const kept = childrenOf(labels).map(({ from, to }) => query.slice(from, to).replace(/^["'`]|["'`]$/g, ''));
  const pinned = pinnedLabels(node, query);
  const free = new Set(kept.filter((label) => !pinned.has(label)));
  return { free, labels: new Set(kept), because: free.size > 0 ? 'groups' : undefined };
}

const withoutLabels: readonly string[] = ['scalar', 'vector', 'time', 'pi', 'absent', 'absent_over_time'];
/** They need two points of a counter or a gauge, and so read a metric as it is scraped. */
export const rateFunctions: readonly string[] = ['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv'];

function ofCall(node: GrammarNode, query: string): SeriesLeft {
  const name = nameOf(node, query);
  const input = argumentsOf(node).find((argument) => readsMetric(argument));
  if (withoutLabels.includes(name) || input === undefined) return one;
  const left = seriesLeft(input, query);
  if (/^histogram_(quantile|fraction)$/.test(name) && left.free !== 'unknown') {
    // The buckets become one value.
    const free = withoutLe(left.free);
    const labels = left.labels === 'unknown' ? left.labels : withoutLe(left.labels);
    return { free, labels, because: free.size > 0 ? left.because : undefined };
  }
  const isRaw = left.because === 'metric' || left.because === 'matched metric';
  return isRaw && rateFunctions.includes(name) ? { ...left, because: 'rate' } : left;
}

function withoutLe(labels: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...labels].filter((label) => label !== 'le'));
}

function ofBinary(node: GrammarNode, query: string): SeriesLeft {
  const parts = binaryParts(node, query);
  if (!readsMetric(parts.left) && parts.operator !== 'or') return seriesLeft(parts.right, query);
  const left = seriesLeft(parts.left, query);
  if (parts.operator === 'and' || parts.operator === 'unless') return left;
  if (parts.operator === 'or') return ofUnion(left, seriesLeft(parts.right, query), matchesOnNothing(node, query));
  if (!readsMetric(parts.right)) return left;
  const right = seriesLeft(parts.right, query);
  const clause = childNamed(node, 'MatchingModifierClause');
  const grouping = clause === undefined ? [] : allNodes(clause);
  if (grouping.some(({ name }) => name === 'GroupLeft')) return left;
  if (grouping.some(({ name }) => name === 'GroupRight')) return right;
  return isOneSeries(right) ? right : left;
}

/** `or` takes from the right what has other labels than everything on the left. */
function ofUnion(left: SeriesLeft, right: SeriesLeft, isOnNothing: boolean): SeriesLeft {
  if (!isOneSeries(left)) return left;
  if (!isOneSeries(right)) return right;
  if (isOnNothing || hasLabels(left) === hasLabels(right)) return left;
  return { free: 'unknown', labels: 'unknown', because: 'or' };
}

function hasLabels({ labels }: SeriesLeft): boolean {
  return labels === 'unknown' || labels.size > 0;
}

/** With `on ()` whatever stands on the left hides all on the right. */
function matchesOnNothing(node: GrammarNode, query: string): boolean {
  const clause = childNamed(node, 'MatchingModifierClause');
  return clause !== undefined && /^on\s*\(\s*\)/i.test(query.slice(clause.from, clause.to));
}
