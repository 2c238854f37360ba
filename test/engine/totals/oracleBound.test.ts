import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OracleQuestion, oracleBilledSeconds } from '../../../src/engine/totals/oracleBound.js';
import { billedSecondsOf } from '../../../src/record/fleetLog.js';
import { root } from '../../support/runCli.js';
import { curveFrom, stepCurves } from '../../support/stepCurves.js';

interface OracleCase {
  readonly id: string;
  readonly params: {
    readonly needed_per_slot: readonly number[];
    readonly slot_s: number;
    readonly startup_lag_s: number;
    readonly boot_time_billed: boolean;
    readonly billing: { readonly granularity_s: number; readonly minimum_s: number; readonly price_per_hour: number };
  };
  readonly expected: { readonly lower_bound_cost: number };
}

const asked = process.env.DRYSCALE_THEORY;
const file = join(resolve(asked ?? join(root, '../shared/theory')), 'oracle_cost.json');
const cases: readonly OracleCase[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).cases : [];

function questionOf({ params }: OracleCase): OracleQuestion {
  const { needed_per_slot: counts, slot_s: slotSeconds, billing } = params;
  return {
    needed: curveFrom(counts.map((count, slot) => [slot * slotSeconds, count] as const)),
    span: { fromSeconds: 0, toSeconds: counts.length * slotSeconds },
    startupSeconds: params.startup_lag_s,
    billing: {
      granularitySeconds: billing.granularity_s,
      minimumSeconds: billing.minimum_s,
      from: params.boot_time_billed ? 'launch' : 'ready',
    },
    edges: 'alone',
  };
}

describe('the least cost in hindsight, against references', () => {
  it.skipIf(asked === undefined && cases.length === 0)('has its references (skipped: no ../shared/theory)', () => {
    expect(cases.length, `no cases in ${file}`).toBeGreaterThan(0);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const usd = (oracleBilledSeconds(questionOf(one)) / 3600) * one.params.billing.price_per_hour;
    // The file has nine digits after the point.
    expect(usd).toBeCloseTo(one.expected.lower_bound_cost, 8);
  });
});

/** Cheapest cover of a short demand by all ways of beginning and ending lives on whole slots, tried one by one. */
function bruteForce(question: OracleQuestion, slotSeconds: number): number {
  const { needed, span, startupSeconds, billing, edges } = question;
  const slots = (span.toSeconds - span.fromSeconds) / slotSeconds;
  const counts = Array.from({ length: slots }, (_, slot) => needed.at(span.fromSeconds + slot * slotSeconds));
  const boot = billing.from === 'launch' ? startupSeconds : 0;
  const best = new Map<string, number>();
  /** Seconds from the begin of the span. */
  const costOf = (fromSeconds: number, toSeconds: number): number => {
    if (edges === 'alone') return billedSecondsOf(toSeconds - fromSeconds + boot, billing);
    // Launched at the best time before the span, such a life fills its hours just when it ends.
    if (fromSeconds === 0 && edges === 'run') return toSeconds;
    const launchSeconds = fromSeconds === 0 ? 0 : fromSeconds - boot;
    const paidUntil = launchSeconds + billedSecondsOf(toSeconds - launchSeconds, billing);
    return Math.min(paidUntil, slots * slotSeconds) - Math.max(launchSeconds, 0);
  };
  const search = (missing: readonly number[]): number => {
    const first = missing.findIndex((count) => count > 0);
    if (first < 0) return 0;
    const key = missing.join(',');
    const known = best.get(key);
    if (known !== undefined) return known;
    let least = Number.POSITIVE_INFINITY;
    // Some life covers the first slot that misses one. A begin before it covers nothing more; with the span it may cost less.
    for (const begin of new Set([first, 0])) {
      for (let end = first + 1; end <= slots; end++) {
        const rest = missing.map((count, slot) => (slot >= begin && slot < end ? Math.max(0, count - 1) : count));
        least = Math.min(least, costOf(begin * slotSeconds, end * slotSeconds) + search(rest));
      }
    }
    best.set(key, least);
    return least;
  };
  return search(counts);
}

describe('the least cost in hindsight', () => {
  const slotSeconds = 600;
  const demands = fc.array(fc.nat(3), { minLength: 1, maxLength: 7 });
  const billings = fc.record({
    granularitySeconds: fc.constantFrom(1, 60, 1500, 3600),
    minimumSeconds: fc.constantFrom(0, 60, 1800, 3600),
    from: fc.constantFrom('launch' as const, 'ready' as const),
  });

  it('is the least over all covers, for any billing', () => {
    fc.assert(
      fc.property(demands, billings, fc.constantFrom(0, 300, 600, 1800), (counts, billing, startupSeconds) => {
        const question: OracleQuestion = {
          needed: curveFrom(counts.map((count, slot) => [slot * slotSeconds, count] as const)),
          span: { fromSeconds: 0, toSeconds: counts.length * slotSeconds },
          startupSeconds,
          billing,
          edges: 'alone',
        };
        expect(oracleBilledSeconds(question)).toBeCloseTo(bruteForce(question, slotSeconds), 6);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['run', 'whole-run'] as const)('is the least over all covers where the span cuts bills: %s', (edges) => {
    fc.assert(
      fc.property(demands, billings, fc.constantFrom(0, 300, 600, 1800), (counts, billing, startupSeconds) => {
        // Where no bill is rounded, what the first instances of a run are billed at least is left out.
        fc.pre(edges === 'run' || billing.granularitySeconds > 1 || billing.minimumSeconds === 0);
        const question: OracleQuestion = {
          needed: curveFrom(counts.map((count, slot) => [7000 + slot * slotSeconds, count] as const)),
          span: { fromSeconds: 7000, toSeconds: 7000 + counts.length * slotSeconds },
          startupSeconds,
          billing,
          edges,
        };
        expect(oracleBilledSeconds(question)).toBeCloseTo(bruteForce(question, slotSeconds), 6);
      }),
    );
  });

  it.each<[granularitySeconds: number, minimumSeconds: number, seconds: number]>([
    // One life of 100.5 s, and a startup of 30: bills by the second are not rounded,
    [1, 0, 130.5],
    // nor is a minimum felt that the startup fills.
    [1, 30, 130.5],
    // Beyond that both hold, to the second too.
    [1, 31, 131],
    [1, 140, 140],
    [2, 0, 132],
  ])('leaves out rounding to the second: by %d s, at least %d s', (granularitySeconds, minimumSeconds, seconds) => {
    const needed = curveFrom([
      [0, 1],
      [100.5, 0],
    ]);
    const billing = { granularitySeconds, minimumSeconds, from: 'launch' as const };
    const span = { fromSeconds: 0, toSeconds: 300 };
    expect(oracleBilledSeconds({ needed, span, startupSeconds: 30, billing, edges: 'alone' })).toBe(seconds);
  });

  it('leaves out rounding where a search would take too long', () => {
    const steps = Array.from({ length: 400 }, (_, step) => [step * 100, step % 2 === 0 ? 1 : 0] as const);
    const span = { fromSeconds: 0, toSeconds: 40_000 };
    const of = (granularitySeconds: number, times: number) =>
      oracleBilledSeconds({
        needed: curveFrom(steps.map(([seconds, count]) => [seconds, count * times] as const)),
        span,
        startupSeconds: 0,
        billing: { granularitySeconds, minimumSeconds: 0, from: 'launch' },
        edges: 'alone',
      });
    // 200 spells of 100 s, each two minutes of a bill of its own.
    expect(of(60, 1)).toBe(200 * 120);
    expect(of(60, 1000)).toBe(1000 * 200 * 100);
    expect(of(1, 1000)).toBe(1000 * 200 * 100);
  });

  it('lets two lives overlap where that fills their hours', () => {
    // 1, 2, 1 for half an hour each: two hours that overlap; level by level it would be two hours and one.
    const question: OracleQuestion = {
      needed: curveFrom([
        [0, 1],
        [1800, 2],
        [3600, 1],
      ]),
      span: { fromSeconds: 0, toSeconds: 5400 },
      startupSeconds: 0,
      billing: { granularitySeconds: 3600, minimumSeconds: 0, from: 'launch' },
      edges: 'alone',
    };
    expect(oracleBilledSeconds(question)).toBe(7200);
  });

  it.each<[what: string, edges: OracleQuestion['edges'], seconds: number]>([
    // 2 needed in [0, 100), 4 in [100, 160), 2 until 400: 2 x 400 + 2 x 60, and starts of 30 s each.
    ['alone, every start is paid', 'alone', 920 + 4 * 30],
    ['in a run, those that work at the begin are not started anew', 'run', 920 + 2 * 30],
    ['in a whole run neither', 'whole-run', 920 + 2 * 30],
  ])('%s', (_what, edges, seconds) => {
    const needed = curveFrom([
      [0, 2],
      [100, 4],
      [160, 2],
    ]);
    const billing = { granularitySeconds: 1, minimumSeconds: 0, from: 'launch' as const };
    const span = { fromSeconds: 0, toSeconds: 400 };
    expect(oracleBilledSeconds({ needed, span, startupSeconds: 30, billing, edges })).toBeCloseTo(seconds, 9);
  });

  it('never pays more where the span cuts bills, and never less than the need itself', () => {
    fc.assert(
      fc.property(stepCurves, billings, fc.constantFrom(0, 7, 40), (needed, billing, startupSeconds) => {
        const span = { fromSeconds: 0, toSeconds: 200 };
        const of = (edges: OracleQuestion['edges']) =>
          oracleBilledSeconds({ needed, span, startupSeconds, billing, edges });
        const need = needed.seconds.reduce(
          (total, seconds, step) =>
            total + needed.values[step] * (Math.min(200, needed.seconds[step + 1] ?? 200) - Math.min(200, seconds)),
          0,
        );
        expect(of('whole-run')).toBeLessThanOrEqual(of('alone') + 1e-6);
        expect(of('run')).toBeLessThanOrEqual(of('whole-run') + 1e-6);
        expect(of('run')).toBeGreaterThanOrEqual(need - 1e-6);
      }),
    );
  });
});
