import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryFacts, selectorNames } from '../../../src/platforms/keda/promql.js';
import type { SeriesCause } from '../../../src/platforms/keda/promqlSeries.js';

describe('a PromQL query', () => {
  /** Query, and why it may have several results; undefined: it has one. */
  const results: readonly [string, SeriesCause | undefined][] = [
    ['sum(rate(http_requests_total{service="web"}[2m]))', undefined],
    ['histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le))', undefined],
    ['sum(x) / count(y)', undefined],
    ['sum(x) / y', undefined],
    ['100 * max(x)', undefined],
    ['ceil(sum(x))', undefined],
    ['-sum(x)', undefined],
    ['scalar(x)', undefined],
    ['vector(1)', undefined],
    ['absent(x)', undefined],
    ['(sum(x) or vector(0))', undefined],
    ['sum(x) > 5 or sum(y)', undefined],
    ['topk(1, x)', undefined],
    ['sum(x) / on() group_left() max(y)', undefined],
    ['sum(sum by (pod) (x))', undefined],
    ['max_over_time(sum(rate(x[1m]))[10m:1m])', undefined],
    ['sum(x offset 5m)', undefined],
    ['sum by (queue) (x{queue="jobs"})', undefined],
    ['sum(rate(x{queue="jobs"}[1m])) by (queue) / sum(y{queue="jobs"}) by (queue)', undefined],
    ['sum by (queue) (x{queue="a"}) or on () vector(0)', undefined],
    // The buckets are all that it was summed by, so both sides have no labels.
    ['histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le)) or vector(0)', undefined],
    ['topk(1, sum(x)) or vector(0)', undefined],
    ['sum(job:x:rate5m)', undefined],
    ['http_requests_total', 'metric'],
    ['avg_over_time(x[5m])', 'metric'],
    ['x / y', 'metric'],
    ['x{a="sum(y)"}', 'matched metric'],
    ['rate(http_requests_total[2m])', 'rate'],
    ['rate(http_requests_total{a="b"}[2m]) * 60', 'rate'],
    ['parcels:open:sum', 'recording rule'],
    ['job:x:rate5m{job="web"} > 3', 'recording rule'],
    ['sum by (pod) (rate(x[2m]))', 'groups'],
    ['sum(rate(x[2m])) by (pod)', 'groups'],
    ['sum(x) without (instance)', 'groups'],
    ['sum by (queue) (x{queue=~"a|b"})', 'groups'],
    ['histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le, path))', 'groups'],
    ['topk(3, x)', 'first k'],
    // A ratio of 1 is all of them.
    ['limit_ratio(1, x)', 'first k'],
    ['sum by (queue) (x{queue="a"}) or vector(0)', 'or'],
    ['histogram_quantile(0.95, sum by (le, queue) (x{queue="a"})) or vector(0)', 'or'],
  ];
  for (const [query, several] of results) {
    it(`${query} has ${several === undefined ? 'one result' : `perhaps several: ${several}`}`, () => {
      expect(queryFacts(query)).toMatchObject({ several, errorAt: undefined });
    });
  }

  it('names the labels that it keeps', () => {
    expect(queryFacts('sum by (queue, pod) (x{queue="a"})').keptLabels).toEqual(['pod']);
  });

  it('has the shortest window of its rates', () => {
    expect(queryFacts('sum(rate(x[2m])) + sum(irate(y[30s]))').rateWindowSeconds).toBe(30);
    expect(queryFacts('max_over_time(x[10s])').rateWindowSeconds).toBeUndefined();
  });

  const events: readonly [string, number | undefined][] = [
    ['sum(increase(x[10m]))', 600],
    ['60 * sum(rate(x[5m])) or vector(0)', 300],
    ['sum(rate(x[5m])) + sum(rate(y[5m]))', 300],
    ['sum(rate(x[5m])) + sum(rate(y[1h]))', undefined],
    ['sum(rate(x[10m])) > 5', undefined],
    ['sum(rate(x[10m])) - 5', undefined],
    ['max(max_over_time(x[10m]))', undefined],
    ['sum(x{a="[9m]"})', undefined],
  ];
  for (const [query, seconds] of events) {
    it(`${query} is above 0 ${seconds === undefined ? 'for nobody knows how long' : `for ${seconds} s`} after an event`, () =>
      expect(queryFacts(query).eventSeconds).toBe(seconds));
  }

  const levels: readonly [string, string | undefined][] = [
    ['sum(a) / sum(b)', 'ratio'],
    ['100 * sum(a) / sum(b)', 'ratio'],
    ['1 - sum(a) / sum(b)', 'ratio'],
    ['(sum(a) / sum(b)) or vector(0)', 'ratio'],
    ['max(a / b)', 'ratio'],
    ['avg(a)', 'mean'],
    ['ceil(avg(a))', 'mean'],
    ['histogram_quantile(0.9, sum(a) by (le))', 'quantile'],
    ['sum(a) / 60', undefined],
    ['sum(a{path="/a/b"})', undefined],
    ['sum(cpu_percent)', undefined],
    ['sum(avg_over_time(a[5m]))', undefined],
    ['sum(rate(http_requests_total{path="/a"}[2m]))', undefined],
    ['sum(a) / sum(b) * sum(c)', undefined],
  ];
  for (const [query, level] of levels) {
    it(`${query} is ${level === undefined ? 'no level that is known' : `a ${level}`}`, () =>
      expect(queryFacts(query).level).toBe(level));
  }

  it('reads metrics, not functions, labels or groupings', () => {
    expect(selectorNames('sum by (pod) (rate(a_total{b="c"}[2m])) / on (x) max(d)')).toEqual(['a_total', 'd']);
    expect(selectorNames('sum(queue_depth)')).toEqual(['queue_depth']);
    expect(selectorNames('vector(1)')).toEqual([]);
  });

  it('is told from what is not PromQL, with the place', () => {
    const broken = { 'sum(x': 6, '': 1, 'SELECT count(*) FROM jobs': 8, 'sum(x{a="{{ .Values.a }}"})': undefined };
    for (const [query, errorAt] of Object.entries(broken)) expect(queryFacts(query).errorAt, query).toBe(errorAt);
  });

  it('has facts whatever is typed', () => {
    const word = fc.constantFrom(
      'sum',
      'by',
      '(',
      ')',
      '{',
      '}',
      'a',
      '"b"',
      '=',
      '[5m]',
      '/',
      'or',
      'rate',
      ',',
      '1',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join(' ')),
          fc.string(),
        ),
        (query) => {
          const { errorAt } = queryFacts(query);
          if (errorAt !== undefined) expect(errorAt).toBeLessThanOrEqual(query.length + 1);
          expect(Array.isArray(selectorNames(query))).toBe(true);
        },
      ),
    );
  });
});
