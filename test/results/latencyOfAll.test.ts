import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/results/measures/index.js';
import { evaluateThresholds } from '../../src/results/thresholds.js';
import { sampleGroup, sampleRun } from '../support/sampleRuns.js';
import { emptyTotals, histogramOf } from '../support/sampleTotals.js';

const seconds = fc.double({ min: 0.001, max: 30, noNaN: true });

/** Requests of one run by how they ended; those without a latency are counts. */
const outcomes = fc.record({
  completed: fc.array(seconds, { maxLength: 400 }),
  failed: fc.array(fc.double({ min: 0.0001, max: 0.01, noNaN: true }), { maxLength: 100 }),
  rejected: fc.nat(20),
  timedOut: fc.nat(20),
  abandoned: fc.nat(20),
  aborted: fc.nat(20),
  unfinishedOld: fc.nat(5),
  unfinishedYoung: fc.nat(5),
});

const quantiles = [
  ['latency_all_p50_ms', 0.5, 'p(50)<1'],
  ['latency_all_p95_ms', 0.95, 'p(95)<1'],
  ['latency_all_p99_ms', 0.99, 'p(99)<1'],
] as const;

describe('a latency over all requests', () => {
  it('is that of requests answered well, all others being infinitely late, in measures and thresholds alike', () => {
    fc.assert(
      fc.property(outcomes, ({ completed, failed, rejected, timedOut, abandoned, aborted, ...inside }) => {
        const unfinished = inside.unfinishedOld + inside.unfinishedYoung;
        const lost = failed.length + rejected + timedOut + abandoned + aborted + inside.unfinishedOld;
        const judged = completed.length + lost;
        const late = [...completed.sort((a, b) => a - b), ...new Array<number>(lost).fill(Number.POSITIVE_INFINITY)];
        const counts = { rejected, abandoned, aborted, unfinished, unfinishedOld: inside.unfinishedOld };
        const offered = judged + inside.unfinishedYoung;
        const base = emptyTotals();
        const totals = emptyTotals({
          requests: {
            ...base.requests,
            ...counts,
            timedOut,
            offered,
            completed: completed.length,
            failed: failed.length,
          },
          latency: histogramOf([...completed, ...failed]),
          completedLatency: histogramOf(completed),
        });
        const group = sampleGroup({
          latencies: completed,
          failed,
          counts: { ...counts, timed_out: timedOut, offered },
        });
        for (const [name, probability, expression] of quantiles) {
          const value = measureOf(name)?.compute(totals);
          const run = sampleRun({ replication: 0, groups: [group] });
          const [judgedOne] = evaluateThresholds({ latency_all_ms: [expression] }, [run], {
            spanSeconds: 600,
            allowEmpty: false,
          });
          const exact = late[Math.max(1, Math.ceil(probability * judged - 1e-9)) - 1];
          if (exact === undefined) expect(judgedOne.reason).toBe('no data');
          else if (!Number.isFinite(exact)) expect(judgedOne.reason).toBe('unanswered');
          else expect(Math.abs((judgedOne.value ?? Number.NaN) / 1e3 / exact - 1)).toBeLessThan(0.004);
          if (judged * (1 - probability) + 1e-9 < 10) continue;
          if (!Number.isFinite(exact)) expect(value).toEqual({ missing: 'unanswered' });
          else expect(value).toBe(judgedOne.value);
        }
        const share = measureOf('unanswered_ratio')?.compute(totals);
        if (judged > 0) expect(share).toBeCloseTo(lost / judged, 12);
        else expect(share).toEqual({ missing: 'no requests' });
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('does not call 500s that come fast a fast service', () => {
    const group = sampleGroup({ latencies: new Array(400).fill(0.1), failed: new Array(600).fill(0.001) });
    const runs = [sampleRun({ replication: 0, groups: [group] })];
    const judging = { spanSeconds: 600, allowEmpty: true };
    const [all, answered] = evaluateThresholds(
      { latency_all_ms: ['p(50)<1000'], latency_ms: ['p(50)<1000'] },
      runs,
      judging,
    );
    expect(all).toMatchObject({ ok: false, reason: 'unanswered' });
    expect(answered.ok).toBe(true);
  });
});
