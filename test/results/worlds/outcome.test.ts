import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/results/runResult.js';
import { unanswered } from '../../../src/results/unansweredRuns.js';
import {
  compareOutcomes,
  failedOutcome,
  lossOf,
  type Outcome,
  outcomeOf,
  winnerOf,
} from '../../../src/results/worlds/outcome.js';
import { plausibleOf } from '../../../src/results/worlds/plausible.js';
import { sampleGroup, sampleRun } from '../../support/sampleRuns.js';

const outcome = (parts: Partial<Outcome> = {}): Outcome => ({ meets: true, loss: 1, goodShare: 1, ...parts });

describe('how a candidate stands in one run', () => {
  const of = (good: number, measures: RunResult['measures'], rule: { slo?: boolean; threshold?: string } = {}) => {
    const counts = { offered: 1000, good, unfinished: 0, attempts: good };
    const run = sampleRun({
      replication: 0,
      groups: [sampleGroup({ service: 'web', latencies: [], counts })],
      measures,
    });
    const scenario = {
      ...(rule.slo === false ? {} : { slo: { objective: 0.99, gate: true } }),
      thresholds: rule.threshold === undefined ? {} : { http_reqs: [rule.threshold] },
      duration: 100,
      warmup: 10,
    };
    return outcomeOf(run, scenario, { goal: 'cost_usd', allowEmpty: false });
  };

  it('is the limits, the goal and the good share', () => {
    const priced = { cost_usd: 3 };
    expect(of(990, { ...priced, slo_attainment: 0.99 })).toEqual({ meets: true, loss: 3, goodShare: 0.99 });
    expect(of(989, { ...priced, slo_attainment: 0.989 })).toEqual({ meets: false, loss: 3, goodShare: 0.989 });
    expect(of(500, { ...priced, slo_attainment: 0.5 }, { slo: false }).meets).toBe(true);
    expect(of(1000, {})).toEqual({ meets: true, loss: Number.POSITIVE_INFINITY, goodShare: 0 });
  });

  it('keeps thresholds over the measured span too', () => {
    // 1000 tries in 90 s.
    expect(of(1000, {}, { threshold: 'rate>11' }).meets).toBe(true);
    expect(of(1000, {}, { threshold: 'rate>11.2' }).meets).toBe(false);
    expect(of(0, {}, { threshold: 'rate>11' }).meets).toBe(false);
  });

  it('is worse than any other where the run failed', () => {
    expect(compareOutcomes(failedOutcome, outcome({ meets: false, goodShare: 0 }))).toBeGreaterThan(0);
    expect(compareOutcomes(outcome({ loss: 1e9 }), failedOutcome)).toBeLessThan(0);
  });

  it('has little to lose where more is better', () => {
    expect(lossOf('cost_usd', 5)).toBe(5);
    expect(lossOf('throughput_per_second', 5)).toBe(-5);
    expect(lossOf('cost_usd', 0)).toBe(0);
    expect(lossOf('cost_usd', null)).toBe(Number.POSITIVE_INFINITY);
    expect(lossOf('throughput_per_second', undefined)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the winner', () => {
  const any = fc.record({ meets: fc.boolean(), loss: fc.nat(3), goodShare: fc.nat(3) });

  it.each<[what: string, outcomes: Outcome[], winner: number]>([
    ['is the one that keeps the limits', [outcome({ meets: false, loss: 0 }), outcome({ loss: 9, goodShare: 0 })], 1],
    [
      'is the one with the better goal where both do',
      [outcome({ loss: 2, goodShare: 1 }), outcome({ loss: 1, goodShare: 0.5 })],
      1,
    ],
    [
      'is the one with more good where none does',
      [outcome({ meets: false, loss: 1, goodShare: 0.5 }), outcome({ meets: false, loss: 2, goodShare: 0.6 })],
      1,
    ],
    ['is the first of equals', [outcome(), outcome(), outcome()], 0],
    ['is the first of two without a goal', [outcome({ loss: Infinity }), outcome({ loss: Infinity })], 0],
    ['is the only one', [failedOutcome], 0],
  ])('%s', (_what, outcomes, winner) => expect(winnerOf(outcomes)).toBe(winner));

  it('is beaten by nobody, and nobody before it is as good', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (outcomes) => {
        const winner = winnerOf(outcomes);
        for (const [index, other] of outcomes.entries()) {
          const difference = compareOutcomes(outcomes[winner], other);
          if (index < winner) expect(difference).toBeLessThan(0);
          else expect(difference).toBeLessThanOrEqual(0);
          expect(Math.sign(compareOutcomes(other, outcomes[winner]))).toBe(0 - Math.sign(difference));
        }
      }),
    );
  });
});

describe('between which measures lie in most worlds', () => {
  const worldsOf = (values: readonly (number | null)[], nulls = {}) =>
    values.map((cost_usd) => ({ measures: { cost_usd }, nulls }));

  it('are the 5 % and 95 % by rank, in whatever order worlds come', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
    expect(plausibleOf(worldsOf(hundred))).toEqual({ cost_usd: [5, 95] });
    expect(plausibleOf(worldsOf([7]))).toEqual({ cost_usd: [7, 7] });
    expect(plausibleOf(worldsOf([10, 9, 2, 100]))).toEqual({ cost_usd: [2, 100] });
    expect(plausibleOf([])).toEqual({});
  });

  it('leave out worlds without data, and measures that no world has', () => {
    expect(plausibleOf(worldsOf([null, 3, null, 5]))).toEqual({ cost_usd: [3, 5] });
    expect(plausibleOf(worldsOf([null, null]))).toEqual({});
    const some = [{ measures: { a: 1 } }, { measures: { b: 2, a: 3 } }];
    expect(plausibleOf(some)).toEqual({ a: [1, 3], b: [2, 2] });
  });

  it('have no end among unanswered requests', () => {
    const late = worldsOf([null], { cost_usd: unanswered });
    expect(plausibleOf([...worldsOf([1, 2]), ...late])).toEqual({ cost_usd: [1, null] });
    expect(plausibleOf(late)).toEqual({ cost_usd: [null, null] });
    expect(plausibleOf([...late, ...worldsOf(Array(30).fill(4))])).toEqual({ cost_usd: [4, 4] });
  });
});
