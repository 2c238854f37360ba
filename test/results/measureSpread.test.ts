import { describe, expect, it } from 'vitest';
import { judgedMeasures } from '../../src/results/comparisons.js';
import { exceptionalMeasures, isGoodShare, spreadOf } from '../../src/results/measureSpread.js';
import { measures } from '../../src/results/measures/index.js';

describe('how measures are spread over runs', () => {
  it('is said of measures that exist', () => {
    const names = measures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...exceptionalMeasures, ...judgedMeasures]));
  });

  it('gives every measure a kind and a range', () => {
    for (const { name, unit } of measures) {
      const { kind, least, most } = spreadOf(name);
      expect(least, name).toBeLessThan(most);
      if (unit === 'count') expect(kind, name).toBe('count');
      if (kind === 'share') expect([least, most], name).toEqual([0, 1]);
    }
  });

  it('of the columns of the table is', () => {
    const kinds = judgedMeasures.map((name) => [name, spreadOf(name).kind, isGoodShare(name)]);
    expect(kinds).toEqual([
      ['slo_attainment', 'share', true],
      ['latency_all_p99_ms', 'skewed', false],
      ['cost_usd', 'plain', false],
      ['scaling_reversals', 'count', false],
      ['time_above_slo_s', 'skewed', false],
    ]);
  });

  it('of one service is that of all', () => {
    expect(spreadOf('services.web.slo_attainment')).toEqual(spreadOf('slo_attainment'));
  });
});
