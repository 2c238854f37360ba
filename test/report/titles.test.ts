import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../src/report/analysis/study.js';
import { formatCount, formatDuration, formatInUnit } from '../../src/report/format.js';
import { thresholdText } from '../../src/report/gateText.js';
import { differencesTitle } from '../../src/report/html/charts/differencesWords.js';
import { chartDataOf } from '../../src/report/html/data/chartDataOf.js';
import { differencesDataOf } from '../../src/report/html/data/differencesData.js';
import {
  budgetTitle,
  costTitle,
  heatmapTitle,
  lagTitle,
  scoreboardTitle,
  tailTitle,
} from '../../src/report/html/titles.js';
import { moneyText } from '../../src/report/money.js';
import { spanText } from '../../src/report/terminal/numbers.js';
import { aggregateMeasures } from '../../src/results/aggregate.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import { hasResults, type PolicyResult, type ScenarioResult } from '../../src/results/results.js';
import { richDocument } from './html/richDocument.js';

const [base] = richDocument({ policies: 3, runs: 3 }).scenarios;
const wasteParts = ['idle', 'startup', 'drain', 'wasted', 'minimum_charge'] as const;
const phrases = ['idle capacity', 'startups', 'draining', 'wasted starts', 'minimum charges'];

/** A policy with other means: the same value in every run, null where undefined. */
function withMeans(policy: PolicyResult, means: Readonly<Record<string, number | null>>): PolicyResult {
  const nulls = Object.fromEntries(
    Object.keys(means).flatMap((name) => (means[name] === null ? [[name, 'unanswered']] : [])),
  );
  const replications = policy.replications.map((one) => ({
    ...one,
    measures: { ...one.measures, ...means },
    nulls: { ...one.nulls, ...nulls },
  }));
  return { ...policy, replications, measures: aggregateMeasures(replications) };
}

/** A policy with other runs. */
function withRuns(policy: PolicyResult, runs: readonly Readonly<Record<string, number | null>>[]): PolicyResult {
  const replications = runs.map((measures, replication) => ({
    replication,
    measures: { slo_attainment: 1, ...measures },
    nulls: Object.fromEntries(
      Object.keys(measures).flatMap((name) => (measures[name] === null ? [[name, 'unanswered']] : [])),
    ),
  }));
  return { ...policy, replications, measures: aggregateMeasures(replications) };
}

const money = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 50, noNaN: true }));
const means = fc.record({
  slo_attainment: fc.oneof(fc.constant(0.99), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  latency_all_p50_ms: fc.oneof(fc.constant(null), fc.double({ min: 1, max: 300, noNaN: true })),
  latency_all_p99_ms: fc.oneof(fc.constant(null), fc.double({ min: 1, max: 3000, noNaN: true })),
  cost_idle_usd: money,
  cost_startup_usd: money,
  cost_drain_usd: money,
  cost_wasted_usd: money,
  cost_minimum_charge_usd: money,
});
const ran = base.policies.filter(hasResults);
/** One to three policies with any numbers, some of which failed. */
const scenarios: fc.Arbitrary<ScenarioResult> = fc
  .tuple(fc.array(means, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }))
  .map(([list, failedCount]) => ({
    ...base,
    comparisons: [],
    policies: [
      ...list.map((one, index) => withMeans(ran[index], one)),
      ...Array.from({ length: failedCount }, (_, index) => ({
        name: `failed-${index}`,
        failure: { kind: 'script', message: 'no', time_s: null },
      })),
    ],
  }));

function holds(check: (scenario: ScenarioResult, policies: readonly PolicyResult[]) => void): void {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      check(scenario, scenario.policies.filter(hasResults));
    }),
    { seed: 3, numRuns: 150 },
  );
}
const mean = ({ measures }: PolicyResult, name: string) => measures[name]?.mean ?? Number.NaN;

describe('a title is a claim that holds on the numbers below it:', () => {
  it('most of the money besides work is over half of it, of every policy', () => {
    holds((scenario, policies) => {
      const title = costTitle(studyOf(scenario));
      const index = phrases.findIndex((phrase) => title.endsWith(phrase));
      if (index === -1) {
        expect(title).toBe('What the money was paid for');
        return;
      }
      for (const policy of policies) {
        const parts = wasteParts.map((part) => mean(policy, `cost_${part}_usd`));
        expect(parts[index]).toBeGreaterThan(Math.max(...parts) - 1e-9);
        if (title.includes('most')) expect(parts[index]).toBeGreaterThan(parts.reduce((a, b) => a + b, 0) / 2 - 1e-9);
      }
    });
  });

  it('how many judged differences are clear: runs that went unanswered leave one open too', () => {
    const run = fc.record({
      cost_usd: fc.double({ min: 1, max: 2, noNaN: true }),
      latency_all_p99_ms: fc.oneof(
        { weight: 4, arbitrary: fc.double({ min: 90, max: 110, noNaN: true }) },
        fc.constant(null),
      ),
    });
    const runs = fc.array(run, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(runs, runs, fc.constantFrom(1, 1.5, 4), (first, second, factor) => {
        const dearer = second.map((one) => ({ ...one, cost_usd: one.cost_usd * factor }));
        const scenario = { ...base, policies: [withRuns(ran[0], first), withRuns(ran[1], dearer)] };
        const study = studyOf(scenario);
        const [data] = differencesDataOf(study);
        const other = study.ranked.find(({ name }) => name !== data.reference);
        const reference = study.ranked.find(({ name }) => name === data.reference);
        if (other === undefined || reference === undefined) throw new Error('two policies ran');
        const verdicts = comparePolicies(reference.policy, other.policy, { objective: scenario.slo?.objective })
          .filter(({ measure }) => measure === 'cost_usd' || measure === 'latency_all_p99_ms')
          .map(({ verdict }) => verdict);
        const realCount = verdicts.filter((verdict) => verdict === 'better' || verdict === 'worse').length;
        const title = differencesTitle(data);
        if (title.startsWith('All ')) expect(realCount).toBe(verdicts.length);
        const [, count, total] = /^(\d+) of (\d+) /.exec(title) ?? [];
        if (count !== undefined) expect([Number(count), Number(total)]).toEqual([realCount, verdicts.length]);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('who keeps the error budget, and nobody that failed is among "every"', { tags: ['ci'] }, () => {
    holds((scenario, policies) => {
      const study = studyOf(scenario);
      const { budget } = chartDataOf(study, { samplesMax: 90, changesMax: 180 });
      if (budget === null) return;
      const title = budgetTitle(study, budget);
      const over = policies.filter((policy) => mean(policy, 'slo_attainment') < 0.99 - 1e-9);
      if (/^Every/.test(title)) expect(scenario.policies).toHaveLength(policies.length);
      if (/keeps? the|holds/.test(title)) expect(over).toEqual([]);
      if (/^(Every|All|The).*overspen/.test(title)) expect(over).toHaveLength(policies.length);
      if (/^(One|Two) pol/.test(title)) expect(over).toHaveLength(title.startsWith('One') ? 1 : 2);
    });
  });

  it('how medians and tails differ', () => {
    holds((scenario, policies) => {
      const title = tailTitle(studyOf(scenario));
      const spread = (name: string) => {
        const values = policies.map((policy) => mean(policy, name));
        return Math.max(...values) / Math.min(...values);
      };
      if (title.includes('alike')) expect(spread('latency_all_p50_ms')).toBeLessThan(1.005);
      if (title.includes('close'))
        expect(Math.max(spread('latency_all_p50_ms'), spread('latency_all_p99_ms'))).toBeLessThanOrEqual(1.2);
      if (title.startsWith('Not all'))
        expect(policies.some(({ measures }) => measures.latency_all_p99_ms.reason === 'unanswered')).toBe(true);
      const fold = /p99 (?:differs )?([\d.,]+)-fold/.exec(title)?.[1];
      if (fold !== undefined) expect(Number(fold.replace(',', '')) / spread('latency_all_p99_ms')).toBeCloseTo(1, 1);
    });
  });

  it('who meets the limits: "all" and "both" count those that failed', () => {
    holds((scenario) => {
      const study = studyOf(scenario);
      const title = scoreboardTitle(study);
      const passing = study.candidates.filter(({ qualifies }) => qualifies).map(({ name }) => name);
      if (/^(All|Both)/.test(title)) expect(passing).toHaveLength(scenario.policies.length);
      else if (title.startsWith('No policy')) expect(passing).toEqual([]);
      else if (title.startsWith('Only')) expect(passing.every((name) => title.includes(name))).toBe(true);
      else expect(scenario.policies).toHaveLength(1);
    });
  });

  it('where most of a wait is one part, it is over half of every one, and all ended', () => {
    const seconds = fc.integer({ min: 0, max: 100 });
    const keys = ['metric_s', 'decision_s', 'limit_s', 'api_s', 'startup_s', 'slow_start_s'] as const;
    const rises = fc.array(
      fc.option(
        fc.record(
          Object.fromEntries(keys.map((key) => [key, seconds])) as Record<(typeof keys)[number], typeof seconds>,
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ); // safe: the keys are these
    fc.assert(
      fc.property(rises, (list) => {
        const shown = list.map((parts) => ({
          rise: {
            time_s: 0,
            service: 'web',
            needed_from: 1,
            needed_to: 2,
            parts,
            total_s: parts === null ? null : keys.reduce((sum, key) => sum + parts[key], 0),
          },
        }));
        if (!lagTitle(shown).includes('takes most')) return;
        const isMost = keys.map((key) =>
          list.every((parts) => parts !== null && parts[key] * 2 > keys.reduce((sum, other) => sum + parts[other], 0)),
        );
        expect(isMost).toContain(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('when answers were slow, by the columns that are drawn, which may be hours', () => {
    const column = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
        const shares = columns.map((counts) => {
          const total = counts.reduce((a, b) => a + b, 0);
          return counts.map((count) => (total === 0 ? 0 : (count / total) * 1000));
        });
        const title = heatmapTitle([
          {
            name: 'a',
            place: 0,
            color: '',
            durationSeconds: 129_600,
            stepSeconds: 10_800,
            uppers: [100, 300, 900],
            shares,
            sloMs: 300,
            domain: [1, 1000],
          },
        ]);
        const slow = shares.map((one) => one[2] + one[3] >= 100);
        if (title.startsWith('In no')) {
          expect(slow).not.toContain(true);
          expect(title).toContain('In no 3 h');
          expect(columns.flat().some((count) => count > 0)).toBe(true);
        }
        if (title.startsWith('A tenth')) expect(slow).toContain(true);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('numbers in sentences', () => {
  it('have no sign where they round to nothing', () => {
    const small = fc.double({ min: -0.6, max: 0, noNaN: true });
    fc.assert(
      fc.property(small, (value) => {
        const texts = [
          formatDuration(value),
          formatCount(value),
          formatInUnit(value, 'count'),
          spanText(value),
          moneyText(value),
        ];
        for (const text of texts) expect(text).not.toMatch(/[-−]\$?0(\.0+)?( |$)/);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it.each([
    ['latency_all_ms', 'p(99)<800', 2840, 'latency_all_ms p(99)<800 got 2,840 ms'],
    ['time_above_slo_s', 'value<60', 90, 'time_above_slo_s value<60 got 90 s'],
    ['cost_usd', 'value<3', 3.12, 'cost_usd value<3 got 3.12 USD'],
    ['services.web.latency_p95_ms', 'value<3', 3.5, 'services.web.latency_p95_ms value<3 got 3.5 ms'],
    ['http_req_duration{service:web}', 'p(95)<300', 412, 'http_req_duration{service:web} p(95)<300 got 412 ms'],
    ['scaling_reversals', 'value<=2', 6, 'scaling_reversals value<=2 got 6'],
    ['http_req_failed', 'rate<0.01', 0.02, 'http_req_failed rate<0.01 got 0.02'],
    ['http_reqs', 'rate>100', 80, 'http_reqs rate>100 got 80/s'],
  ])('state the unit of what a threshold got: %s %s', (metric, expression, value, text) => {
    expect(thresholdText({ metric, expression, value, ok: false })).toBe(text);
  });
});
