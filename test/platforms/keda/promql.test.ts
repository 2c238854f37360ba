import { describe, expect, it } from 'vitest';
import { queryFacts, selectorNames } from '../../../src/platforms/keda/promql.js';

describe('a PromQL query', () => {
  const aggregated: readonly [string, boolean][] = [
    ['sum(rate(http_requests_total{service="web"}[2m]))', true],
    ['http_requests_total', false],
    ['rate(http_requests_total[2m])', false],
    ['sum by (pod) (rate(x[2m]))', true],
    ['sum(rate(x[2m])) by (pod)', true],
    ['histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le))', true],
    ['sum(x) / count(y)', true],
    ['sum(x) / y', false],
    ['x{a="sum(y)"}', false],
    ['100 * max(x)', true],
    ['ceil(sum(x))', true],
    ['avg_over_time(x[5m])', false],
    ['scalar(x)', true],
    ['(sum(x) or vector(0))', true],
    ['sum(x) > 5 or sum(y)', true],
    ['topk(1, x)', false],
    ['sum(x) / on() group_left() max(y)', true],
  ];
  for (const [query, isAggregated] of aggregated) {
    it(`${query} is ${isAggregated ? '' : 'not '}one number`, () => {
      expect(queryFacts(query).isAggregated).toBe(isAggregated);
    });
  }

  it('keeps several groups where it keeps labels other than le', () => {
    expect(queryFacts('sum by (pod) (x)').isGrouped).toBe(true);
    expect(queryFacts('sum(x) without (instance)').isGrouped).toBe(true);
    expect(queryFacts('histogram_quantile(0.9, sum(rate(x[5m])) by (le))').isGrouped).toBe(false);
    expect(queryFacts('sum(x{by="pod"})').isGrouped).toBe(false);
  });

  it('has the shortest window of its rates', () => {
    expect(queryFacts('sum(rate(x[2m])) + sum(irate(y[30s]))').rateWindowSeconds).toBe(30);
    expect(queryFacts('max_over_time(x[10s])').rateWindowSeconds).toBeUndefined();
  });

  it('is a ratio where it divides, averages or takes a quantile', () => {
    expect(
      ['sum(a)/sum(b)', 'avg(a)', 'histogram_quantile(0.9, sum(a))', 'sum(cpu_percent)'].every(
        (q) => queryFacts(q).isRatio,
      ),
    ).toBe(true);
    expect(queryFacts('sum(rate(http_requests_total{path="/a"}[2m]))').isRatio).toBe(false);
  });

  it('reads metrics, not functions, labels or groupings', () => {
    expect(selectorNames('sum by (pod) (rate(a_total{b="c"}[2m])) / on (x) max(d)')).toEqual(['a_total', 'd']);
    expect(selectorNames('sum(queue_depth)')).toEqual(['queue_depth']);
    expect(selectorNames('vector(1)')).toEqual([]);
  });
});
