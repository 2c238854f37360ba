import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../src/platforms/keda/promqlNodes.js';
import { seriesLeft } from '../../../src/platforms/keda/promqlSeries.js';

/** What the text of a query leaves: the labels in which series differ, or that nothing is known of them; and why. */
function left(query: string): string {
  const { top, errorAt } = treeOf(query);
  if (top === undefined || errorAt !== undefined) throw new Error(`${query} is no PromQL from ${errorAt} on`);
  const { free, because } = seriesLeft(top, query);
  const labels = free === 'unknown' ? 'any' : free.size === 0 ? 'one' : [...free].join(' ');
  return because === undefined ? labels : `${labels}: ${because}`;
}

const cases: Readonly<Record<string, readonly (readonly [query: string, left: string])[]>> = {
  'of a metric': [
    ['x', 'any: metric'],
    ['x{a="b"}', 'any: matched metric'],
    ['x{a="b:c"}', 'any: matched metric'],
    ['x{a!="b"}', 'any: metric'],
    ['x{a=~"b"}', 'any: metric'],
    ['x{a!~"b", c="d"}', 'any: matched metric'],
    ['{__name__="x"}', 'any: metric'],
    ['{__name__="x", a="b"}', 'any: matched metric'],
    ['{"x.y"}', 'any: metric'],
    ['a:x:sum', 'any: recording rule'],
    ['a:x:sum{a="b"}', 'any: recording rule'],
    ['vllm:num_requests_waiting', 'any: metric'],
    ['vllm:num_requests_waiting{a="b"}', 'any: matched metric'],
    ['my_vllm:num_requests_waiting', 'any: recording rule'],
  ],
  'of an aggregation': [
    ['sum(x)', 'one'],
    ['quantile(0.9, x)', 'one'],
    ['sum by () (x)', 'one'],
    ['sum by (pod, queue) (x)', 'pod queue: groups'],
    ['sum by (pod, queue) (x{queue="a"})', 'pod: groups'],
    ['sum by (queue) (x{queue="a"} + y{queue="b"})', 'one'],
    ['sum by (queue) (x{queue="a"} + y)', 'queue: groups'],
    ['sum by (queue) (x + y{queue="a"})', 'queue: groups'],
    ['sum by (queue) (1)', 'queue: groups'],
    ['sum by ("queue") (x{"queue"="a"})', 'one'],
    [`sum by ('que"ue') (x)`, 'que"ue: groups'],
    [`sum by ('que"ue') (x{'que"ue'="a"})`, 'one'],
    ['sum without (pod) (x)', 'any: groups'],
    ['count_values("v", sum(x))', 'any: groups'],
  ],
  'of the first k': [
    ['topk(1, x)', 'one'],
    ['bottomk(1, x)', 'one'],
    ['limitk(1, x)', 'one'],
    ['topk( 1 , x)', 'one'],
    ['topk(10, x)', 'any: first k'],
    ['topk(2, sum(x))', 'one'],
    ['topk(2, sum by (pod) (x))', 'pod: first k'],
    ['topk by (pod) (1, x)', 'any: first k'],
    ['limit_ratio(1, x)', 'any: first k'],
    ['limit_ratio(1, sum(x))', 'one'],
  ],
  'of a function': [
    ['abs(x)', 'any: metric'],
    ['rate(x[1m])', 'any: rate'],
    ['rate(x{a="b"}[1m])', 'any: rate'],
    ['irate(a:x:sum[1m])', 'any: recording rule'],
    ['rate(sum by (pod) (x)[5m:1m])', 'pod: groups'],
    ['abs(sum(x))', 'one'],
    ['clamp_max(x, 5)', 'any: metric'],
    ['time()', 'one'],
    ['absent(x)', 'one'],
    ['vector(scalar(x))', 'one'],
    ['histogram_quantile(0.9, x)', 'any: metric'],
    ['histogram_quantile(0.9, sum by (le) (x))', 'one'],
    ['histogram_fraction(0, 1, sum by (le) (x))', 'one'],
    ['histogram_quantile(0.9, sum by (le, pod) (x))', 'pod: groups'],
    ['abs(sum by (le) (x))', 'le: groups'],
    ['histogram_count(sum by (le) (x))', 'le: groups'],
  ],
  'of two sides': [
    ['2 * x', 'any: metric'],
    ['x * 2', 'any: metric'],
    ['2 * sum(x)', 'one'],
    ['sum(x) * 2', 'one'],
    ['2 * 3', 'one'],
    ['sum(x) / y', 'one'],
    ['x / sum(y)', 'one'],
    ['sum by (pod) (x) / y', 'pod: groups'],
    ['x / sum by (pod) (y)', 'any: metric'],
    ['x / on (pod) group_left () sum by (pod) (y)', 'any: metric'],
    ['x / on () group_left () sum(y)', 'any: metric'],
    ['sum(x) / on () group_left () y', 'one'],
    ['sum(x) / on () group_right () y', 'any: metric'],
    ['y / on () group_right () sum(x)', 'one'],
    ['(x / on (a) group_left () y) / sum(z)', 'one'],
    ['sum(x) / (y * on (a) group_left () z)', 'one'],
    ['x / on (a) sum(y)', 'one'],
    ['x and sum(y)', 'any: metric'],
    ['x unless sum(y)', 'any: metric'],
    ['sum(x) and y', 'one'],
    ['sum(x) unless y', 'one'],
  ],
  'of a union': [
    ['x or sum(y)', 'any: metric'],
    ['sum(x) or y', 'any: metric'],
    ['vector(0) or x', 'any: metric'],
    ['vector(0) or sum(x)', 'one'],
    ['sum(x) or vector(0)', 'one'],
    ['topk(1, x) or vector(0)', 'any: or'],
    ['vector(0) or topk(1, x)', 'any: or'],
    ['topk(1, x) or topk(1, y)', 'one'],
    ['topk(1, x) or on () vector(0)', 'one'],
    ['topk(1, x) or ON ( ) vector(0)', 'one'],
    ['topk(1, x) or on (a) vector(0)', 'any: or'],
    ['topk(1, x) or ignoring (on) vector(0)', 'any: or'],
    ['sum by () (x) or vector(0)', 'one'],
    ['sum by (queue) (x{queue="a"}) or sum by (queue) (x{queue="b"})', 'one'],
    ['histogram_quantile(0.9, topk(1, x)) or vector(0)', 'any: or'],
  ],
};

describe('the series that a query leaves', () => {
  for (const [what, queries] of Object.entries(cases)) {
    it.each(queries)(`${what}: %s leaves %s`, (query, expected) => expect(left(query)).toBe(expected));
  }

  it('are the same in brackets, with a sign, at another time and over a subquery', () => {
    for (const [query, expected] of Object.values(cases).flat())
      for (const around of [`(${query})`, `-(${query})`, `((${query}))`]) expect(left(around), around).toBe(expected);
    expect(left('x offset 5m')).toBe('any: metric');
    expect(left('max_over_time(sum(x)[10m:1m])')).toBe('one');
  });
});
