import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { calibrate } from '../../src/calibrate/calibrate.js';
import type { MeasuredLoad } from '../../src/calibrate/measuredLoad.js';
import { type Load, playLoads } from '../../src/calibrate/playLoads.js';
import { type Datasheet, numbersOf, type ReplicaNumbers } from '../../src/fleet/models/datasheet.js';
import { datasheetOf } from '../../src/fleet/models/onGpus.js';
import { serverOf } from '../real/modelServers/measured.js';

const seats = { maxSequences: 128, tokenBudget: 2048 };
const server = { ...seats, prefixCache: true };

function sheet(text: string): Datasheet {
  const found = datasheetOf(text);
  if ('part' in found) throw new Error(`no ${found.part}`);
  return found;
}

/** A server that is not what its data sheet says. */
function worse(of: Datasheet): ReplicaNumbers {
  const numbers = numbersOf(of);
  return {
    ...numbers,
    step: { ...numbers.step, base: numbers.step.base * 1.2, perSequence: 60 },
    overheads: { ...numbers.overheads, overheadIn: 11_000 },
  };
}

function measuredOn(numbers: ReplicaNumbers, load: Load, seed = 7): MeasuredLoad {
  const [played] = playLoads(serverOf(numbers, seats), [load], seed);
  return {
    place: { file: 'loads.csv', line: 2 },
    load,
    e2eMeanMs: played.e2eMilliseconds.mean,
    ttftMeanMs: played.ttftMilliseconds.mean,
    throughputPerSecond: played.throughputPerSecond,
  };
}

const load = (ratePerSecond: number, prompt = 500, output = 200): Load => ({
  arrivals: { ratePerSecond },
  requests: 800,
  promptTokens: [prompt, prompt],
  outputTokens: [output, output],
});

describe('calibrate', () => {
  const of = sheet('llama-3.1-70b@4xh100');
  const input = { model: 'llama-3.1-70b@4xh100', sheet: of, server, facts: {} };

  it('finds the numbers that a server was played with, from other random numbers, and foretells other lengths', () => {
    const truth = worse(of);
    const loads = [load(1), load(6), load(3), load(2, 1500, 80)].map((one) => measuredOn(truth, one));
    const result = calibrate({ ...input, loads });
    expect(result.fitted.base_us / truth.step.base).toBeCloseTo(1, 2);
    expect(Math.abs(result.fitted.per_sequence_us - 60)).toBeLessThan(20);
    expect(Math.abs(result.fitted.overhead_in_us - 11_000)).toBeLessThan(1500);
    expect(result.loads.map(({ use }) => use)).toEqual(['fitted', 'fitted', 'foretold', 'foretold']);
    for (const { e2e_mean_ms: e2e } of result.loads) expect(Math.abs(e2e?.error_ratio ?? 1)).toBeLessThan(0.01);
    expect(result.warnings).toEqual([]);
  });

  it('takes the time a token where there is no latency, and clients that wait for their answer', () => {
    const truth = worse(of);
    const loads = [2, 32, 8].map((concurrency) => {
      const closed = { ...load(1), arrivals: { concurrency }, requests: 40 * concurrency };
      const [played] = playLoads(serverOf(truth, seats), [closed], 3);
      return { place: {}, load: closed, tpotMeanMs: played.tpotMeanMilliseconds };
    });
    const result = calibrate({ ...input, loads });
    expect(result.fitted.base_us / truth.step.base).toBeCloseTo(1, 2);
    expect(Math.abs(result.loads[2].tpot_mean_ms?.error_ratio ?? 1)).toBeLessThan(0.01);
    expect(result.not_identified.join()).toContain('overheadIn');
  });

  it('leaves out loads at which the server fell behind, and says above which', () => {
    const truth = worse(of);
    const result = calibrate({ ...input, loads: [load(1), load(6), load(60)].map((one) => measuredOn(truth, one)) });
    expect(result.loads.map(({ use }) => use)).toEqual(['fitted', 'fitted', 'saturated']);
    expect(result.saturation).toMatchObject({
      kept: '6 requests/s, 500 + 200 tokens',
      saturated: '60 requests/s, 500 + 200 tokens',
    });
    // What the server of these numbers does when far more comes than it can take.
    const [flooded] = playLoads(serverOf(truth, seats), [{ ...load(60), requests: 6000 }], 1);
    expect(result.saturation.capacity_per_s / flooded.throughputPerSecond).toBeGreaterThan(0.95);
    expect(result.saturation.capacity_per_s / flooded.throughputPerSecond).toBeLessThan(1.06);
  });

  it.each([
    ['no load', [], 'no-loads', /two rates/],
    ['one load', [1], 'loads-alike', /at about [\d.]+ requests a second/],
    ['loads that are alike', [2, 2.5], 'loads-alike', /too alike|at about [\d.]+ requests a second/],
    ['only saturated ones', [60, 90], 'all-saturated', /at about [\d.]+ and at about [\d.]+ requests a second/],
  ] as const)('%s: says what to measure', (_what, rates, code, fix) => {
    const truth = worse(of);
    const loads = rates.map((rate) => measuredOn(truth, { ...load(rate), requests: 1000 }));
    expect(() => calibrate({ ...input, loads })).toThrow(
      expect.objectContaining({
        exitCode: 104,
        problems: [expect.objectContaining({ code, fix: expect.stringMatching(fix) })],
      }),
    );
  });

  it('ends for any loads: with numbers that are some, or with problems', { tags: ['ci'] }, () => {
    const anyLoad = fc.record({
      load: fc.record({
        arrivals: fc.oneof(
          fc.record({ ratePerSecond: fc.double({ min: 0.01, max: 1000, noNaN: true }) }),
          fc.record({ concurrency: fc.integer({ min: 1, max: 300 }) }),
        ),
        requests: fc.integer({ min: 1, max: 30 }),
        promptTokens: fc.integer({ min: 1, max: 20_000 }).map((tokens) => [tokens, tokens] as const),
        outputTokens: fc.integer({ min: 1, max: 500 }).map((tokens) => [tokens, tokens] as const),
        distinctPrompts: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      }),
      e2eMeanMs: fc.double({ min: 0.1, max: 1e6, noNaN: true }),
      ttftMeanMs: fc.option(fc.double({ min: 0.1, max: 1e5, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyLoad, { maxLength: 4 }), (some) => {
        try {
          const { fitted, loads } = calibrate({ ...input, loads: some.map((one) => ({ ...one, place: {} })) });
          for (const number of Object.values(fitted)) expect(Number.isFinite(number) && number >= 0).toBe(true);
          for (const { e2e_mean_ms: e2e } of loads) expect(Number.isFinite(e2e?.error_ratio)).toBe(true);
        } catch (thrown) {
          if (!(thrown instanceof ProblemError)) throw thrown;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('refuses requests that fit nowhere', () => {
    const loads = [load(1, 600_000), load(6)].map((one) => ({ place: { line: 2 }, load: one, e2eMeanMs: 4000 }));
    expect(() => calibrate({ ...input, loads })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'never-fits' })] }),
    );
  });

  it("takes the memory from the server's own figure, and warns of what its counters show", () => {
    const loads = [load(1), load(6)].map((one) => measuredOn(worse(of), one));
    const result = calibrate({ ...input, loads, facts: { kvBlocks: 30_000, hitRatio: 0.6, preemptions: 12 } });
    expect([result.kv_tokens, result.kv_from]).toEqual([480_000, 'server']);
    expect(result.models).toMatchObject({ 'llama-3-1-70b-4xh100': { kvTokens: 480_000, step: { lookahead: 1 } } });
    expect(result.warnings.join('\n')).toMatch(/60\.0 % of the prompt tokens[\s\S]*ran out of KV memory 12 times/);
  });
});
