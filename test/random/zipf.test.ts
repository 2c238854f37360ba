import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import { Zipf } from '../../src/random/zipf.js';

const open = () => openStream({ seed: 3, replication: 0, owner: 'test', purpose: 'zipf' });

describe('Zipf ranks', () => {
  it.each([
    { count: 1, skew: 1 },
    { count: 2, skew: 0 },
    { count: 10, skew: 0 },
    { count: 10, skew: 0.5 },
    { count: 10, skew: 1 },
    { count: 10, skew: 1.1 },
    { count: 200, skew: 0.8 },
    { count: 200, skew: 2.5 },
    { count: 10, skew: 10 },
  ])('are drawn with shares i^-skew over their sum: $count ranks, skew $skew', ({ count, skew }) => {
    const draws = 200_000;
    const [ranks, stream] = [new Zipf(count, skew), open()];
    const counts = new Float64Array(count + 1);
    for (let draw = 0; draw < draws; draw++) counts[ranks.sample(stream)]++;
    const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -skew);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    // The rare ranks go together, so that chi-square holds.
    const cells: { seen: number; expected: number }[] = [{ seen: 0, expected: 0 }];
    for (const [index, weight] of weights.entries()) {
      if (cells[cells.length - 1].expected >= 20) cells.push({ seen: 0, expected: 0 });
      cells[cells.length - 1].seen += counts[index + 1];
      cells[cells.length - 1].expected += (draws * weight) / total;
    }
    if (cells.length > 1 && cells[cells.length - 1].expected < 20) {
      const rest = cells.pop() ?? cells[0];
      cells[cells.length - 1].seen += rest.seen;
      cells[cells.length - 1].expected += rest.expected;
    }
    const freedom = cells.length - 1;
    const chiSquare = cells.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
    expect(cells.reduce((sum, { seen }) => sum + seen, 0)).toBe(draws);
    // Mean + 4 standard deviations; for few degrees of freedom more than the 99.9 % point.
    expect(chiSquare).toBeLessThan(freedom === 0 ? 1e-9 : freedom + 4 * Math.sqrt(2 * freedom) + 6);
  });

  it('stay within the ranks, at any number of them', () => {
    const stream = open();
    for (const skew of [0, 0.3, 1, 3]) {
      const ranks = new Zipf(100_000_000, skew);
      for (let draw = 0; draw < 5_000; draw++) {
        const rank = ranks.sample(stream);
        expect(Number.isInteger(rank) && rank >= 1 && rank <= 100_000_000).toBe(true);
      }
    }
  });
});
