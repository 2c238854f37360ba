import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenLengths } from '../../src/calibrate/tokenLengths.js';

/** The bounds that vLLM has (vllm/v1/metrics/loggers.py: 1, 2, 5 times powers of ten). */
const bounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

function dumpOf(lengths: readonly number[], engine = '0'): string {
  const line = (suffix: string, labels: string, value: number) =>
    `vllm:request_prompt_tokens_${suffix}{engine="${engine}"${labels}} ${value.toFixed(1)}`;
  const upTo = (bound: number) => lengths.filter((length) => length <= bound).length;
  return [
    '# TYPE vllm:request_prompt_tokens histogram',
    ...bounds.map((bound) => line('bucket', `,le="${bound.toFixed(1)}"`, upTo(bound))),
    line('bucket', ',le="+Inf"', lengths.length),
    line(
      'sum',
      '',
      lengths.reduce((sum, length) => sum + length, 0),
    ),
    line('count', '', lengths.length),
  ].join('\n');
}

const someLengths = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 200 });

describe('lengths of requests in a dump of metrics', () => {
  it('has the exact mean, and a spread that the width of the buckets bounds', () => {
    fc.assert(
      fc.property(someLengths, (lengths) => {
        const read = tokenLengths(dumpOf(lengths), 'request_prompt_tokens');
        const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
        expect(read?.count).toBe(lengths.length);
        expect(read?.mean).toBeCloseTo(mean, 6);
        const widest = (length: number) => bounds.findIndex((bound) => length <= bound);
        const ends = lengths.map((length) => [bounds[widest(length) - 1] ?? 0, bounds[widest(length)]]);
        const spread = (values: readonly number[]) =>
          Math.sqrt(Math.max(0, values.reduce((sum, value) => sum + value ** 2, 0) / values.length / mean ** 2 - 1));
        expect(read?.cv).toBeGreaterThanOrEqual(spread(ends.map(([low]) => low)) - 1e-9);
        expect(read?.cv).toBeLessThanOrEqual(spread(ends.map(([, high]) => high)) + 1e-9);
      }),
    );
  });

  it('adds up engines, and has nothing of a server that served nothing', () => {
    const both = `${dumpOf([100, 200])}\n${dumpOf([600], '1')}`;
    expect(tokenLengths(both, 'request_prompt_tokens')).toMatchObject({ mean: 300, count: 3 });
    expect(tokenLengths(dumpOf([]), 'request_prompt_tokens')).toBeUndefined();
    expect(tokenLengths('', 'request_prompt_tokens')).toBeUndefined();
  });
});
