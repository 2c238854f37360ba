import { describe, expect, it } from 'vitest';
import { aggregateMeasures } from '../../src/results/aggregate.js';

const replications = (values: readonly (number | string)[]) =>
  values.map((value, replication) =>
    typeof value === 'number'
      ? { replication, measures: { m: value } }
      : { replication, measures: { m: null }, nulls: { m: value } },
  );

describe('aggregates over replications', () => {
  it('gives the mean with its 95 % t-interval', () => {
    const { m } = aggregateMeasures(replications([1, 2, 3, 4, 5]));
    expect(m.mean).toBe(3);
    // t(4, .975) = 2.7764451 and s = sqrt(2.5)
    expect(m.high).toBeCloseTo(3 + 2.7764451 * Math.sqrt(2.5 / 5), 6);
    expect(m.low).toBeCloseTo(3 - 2.7764451 * Math.sqrt(2.5 / 5), 6);
    expect(m.n).toBe(5);
  });

  it('has no interval with one run', () => {
    expect(aggregateMeasures(replications([7])).m).toEqual({ mean: 7, low: null, high: null, n: 1 });
  });

  it('leaves replications without data out of mean and n', () => {
    expect(aggregateMeasures(replications([2, 'no samples', 4])).m).toMatchObject({ mean: 3, n: 2 });
  });

  it('is null with the reason when one replication is unanswered', () => {
    expect(aggregateMeasures(replications([2, 'unanswered', 4])).m).toEqual({
      mean: null,
      low: null,
      high: null,
      n: 2,
      reason: 'unanswered',
      unanswered: 1,
    });
  });

  it('is null with the first reason when no replication has data', () => {
    expect(aggregateMeasures(replications(['no slo', 'no slo'])).m).toMatchObject({
      mean: null,
      n: 0,
      reason: 'no slo',
    });
  });
});
