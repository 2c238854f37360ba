import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyResult } from '../../src/index.js';
import { dryscale } from './built.js';
import { sampleScenario } from './sampleScenario.js';

const { simulate, judge, ProblemError } = dryscale;
const result = await simulate(sampleScenario, 'static:3', { runs: 3 });
/** As it comes back from a file. */
const fromFile: PolicyResult = structuredClone(result);

describe('judge', () => {
  it('says of a threshold what the document says of it', () => {
    expect(result.thresholds).toHaveLength(2);
    for (const { metric, expression, ...verdict } of result.thresholds) {
      expect(judge(result, metric, expression)).toEqual({ metric, expression, ...verdict });
    }
  });

  it('judges on the samples of the runs what the scenario does not name', () => {
    const median = judge(result, 'med<1000');
    expect(median).toMatchObject({ metric: 'http_req_duration', ok: true });
    // An exponential io of mean 100 ms has its median at 69 ms; 3 runs of 6,000 requests know it to a few per cent.
    expect(median.value).toBeGreaterThan(60);
    expect(median.value).toBeLessThan(80);
    expect(judge(result, 'http_reqs{source:users}', 'count>1')).toMatchObject({ ok: true });
    expect(judge(result, 'med<1').ok).toBe(false);
  });

  it.each([
    ['p(95)<', 'bad-threshold'],
    ['count<3', 'wrong-aggregation'],
  ])('refuses %s with a fix', (expression, code) => {
    expect(() => judge(result, expression)).toThrow(ProblemError);
    expect(() => judge(result, expression)).toThrow(code);
  });

  it('finds exactly one of < and >= kept, whatever the limit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (limit) => {
        expect(judge(result, `p(95)<${limit}`).ok).toBe(!judge(result, `p(95)>=${limit}`).ok);
      }),
    );
  });

  it('names the metric that was meant', () => {
    expect(() => judge(result, 'cost_used', 'value<1')).toThrow('cost_usd');
  });

  it('judges a document by its measures and thresholds, and refuses what needs samples', () => {
    expect(judge(fromFile, 'cost_usd', 'value<12')).toMatchObject({ ok: true, value: result.measures.cost_usd.mean });
    expect(judge(fromFile, 'http_req_failed', 'rate<0.01')).toEqual(judge(result, 'http_req_failed', 'rate<0.01'));
    expect(() => judge(fromFile, 'p(95)<300')).toThrow('no-samples');
  });

  it('fails a measure without data', () => {
    expect(judge(result, 'recovery_s', 'value<1e9')).toMatchObject({ ok: false, value: null });
  });
});
