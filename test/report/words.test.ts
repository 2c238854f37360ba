import { describe, expect, it } from 'vitest';
import { studyOf } from '../../src/report/analysis/study.js';
import { cardsOf } from '../../src/report/html/cards.js';
import { plainText } from '../../src/report/phrase.js';
import { headlineOf, ledeOf } from '../../src/report/words.js';
import { aggregateMeasures } from '../../src/results/aggregate.js';
import type { PolicyResult, ScenarioResult } from '../../src/results/results.js';
import { sampleSlo } from '../support/sampleSlo.js';

interface Case {
  readonly name: string;
  readonly costs: readonly number[];
  readonly p99?: number;
  readonly good?: number;
}

/** A policy with given costs per replication; the same p99 and good share in all. */
function policy({ name, costs, p99 = 200, good = 0.995 }: Case): PolicyResult {
  const replications = costs.map((cost, replication) => ({
    replication,
    measures: { cost_usd: cost, latency_all_p99_ms: p99, slo_attainment: good },
  }));
  return {
    name,
    source: `${name}.lua`,
    hash: '',
    params: {},
    replications,
    measures: aggregateMeasures(replications),
    thresholds: [{ metric: 'latency_all_ms', expression: 'p(99)<800', value: p99, ok: p99 < 800 }],
    ...sampleSlo(replications),
    timeline: [],
    latencyHistogram: { upper_ms: [], count: [] },
    events: [],
    decisions: [],
    findings: [],
  };
}

function scenario(...cases: readonly Case[]): ScenarioResult {
  return {
    name: 'shop',
    hash: '',
    duration_s: 3600,
    warmup_s: 0,
    seed: 1,
    slo: { latency_s: 0.3, objective: 0.99 },
    assumptions: [],
    notes: [],
    policies: cases.map(policy),
    comparisons: [],
  };
}

const headline = (one: ScenarioResult) => plainText(headlineOf(studyOf(one)));

describe('the headline', () => {
  it('names the cheapest that meets every limit, its lead, and who is cheaper but misses', () => {
    const text = headline(
      scenario(
        { name: 'steady', costs: [20, 21, 20] },
        { name: 'swift', costs: [10, 10.5, 10] },
        { name: 'meagre', costs: [5, 5.1, 5], good: 0.9 },
      ),
    );
    expect(text).toBe(
      'swift meets every limit for $10.2/run, 50\u202f% less than steady. The cheaper meagre misses the SLO.',
    );
  });

  it('says undecided when the interval of the difference covers nought', () => {
    const text = headline(scenario({ name: 'a', costs: [10, 12, 11] }, { name: 'b', costs: [12, 10, 11.5] }));
    expect(text).toMatch(/^a and b both meet every limit; which costs less is undecided \(−\$\d.* to \$\d.*\)\.$/);
  });

  it('says that no difference matters when it is certain and too small to', () => {
    const text = headline(scenario({ name: 'a', costs: [10, 12, 11] }, { name: 'b', costs: [10.01, 12.01, 11.01] }));
    expect(text).toBe('a and b both meet every limit; no cost difference that matters ($0.0100/run to $0.0100/run).');
  });

  it('names the closest and its worst limit when none meets all', () => {
    const text = headline(
      scenario({ name: 'far', costs: [9, 9], p99: 4000, good: 0.9 }, { name: 'near', costs: [9, 9], p99: 900 }),
    );
    expect(text).toBe('No policy meets every limit; near comes closest: p99 all 900 ms against 800 ms.');
  });

  it('counts the limits of a single policy', () => {
    expect(headline(scenario({ name: 'only', costs: [9, 9], p99: 1220 }))).toBe(
      'only meets 1 of 2 limits for $9.00/run: p99 all 1.22 s against 800 ms.',
    );
  });

  it('judges nobody without limits', () => {
    const plain = { ...scenario({ name: 'a', costs: [9, 9] }, { name: 'b', costs: [19, 19] }), slo: null };
    const policies = plain.policies.map((one) => ({ ...one, thresholds: [] }));
    expect(headline({ ...plain, policies })).toBe('a costs least: $9.00/run. No limits are set, so none is judged.');
  });

  it('says when there is nothing to show', () => {
    const failed = { name: 'x', failure: { kind: 'script', message: 'no', time_s: null } };
    expect(headline({ ...scenario(), policies: [failed] })).toBe('The policy failed; there is nothing to show.');
  });
});

describe('the lede', () => {
  it('gives the paired interval of the saving and in how many replications it shows', () => {
    const text = plainText(
      ledeOf(studyOf(scenario({ name: 'steady', costs: [20, 22, 21] }, { name: 'swift', costs: [10, 11.1, 10.4] }))),
    );
    expect(text).toMatch(
      /^The saving is 42\.2 to 57\.8\u202f% \(97\.5\u202f% interval, paired\) and shows in 3 of 3 replications\./,
    );
  });

  it('says that one run shows no spread', () => {
    const text = plainText(ledeOf(studyOf(scenario({ name: 'a', costs: [20] }, { name: 'b', costs: [10] }))));
    expect(text).toContain('This is one run');
    expect(text).not.toContain('interval');
  });

  it('says in how many runs the SLO is met', () => {
    const one = scenario({ name: 'a', costs: [9, 9, 9], good: 0.991 });
    const [first] = one.policies;
    if (!('replications' in first)) throw new Error('the sample policy has results');
    const replications = first.replications.map((replication, index) => ({
      ...replication,
      measures: { ...replication.measures, slo_attainment: index === 0 ? 0.985 : 0.995 },
    }));
    const shaky = { ...first, replications, measures: aggregateMeasures(replications), ...sampleSlo(replications) };
    const text = plainText(ledeOf(studyOf({ ...one, policies: [shaky] })));
    expect(text).toContain('It meets the SLO in 2 of 3 runs.');
  });
});

describe('the cards', () => {
  it('names the worst limit and claims no cause that the log does not show', () => {
    const study = studyOf(
      scenario({ name: 'good', costs: [20, 21, 20] }, { name: 'bad', costs: [10, 10, 10], p99: 2170 }),
    );
    const [card] = cardsOf(study);
    expect(plainText(card.text)).toBe('51\u202f% cheaper than good, but p99 all is 2.17 s against a limit of 800 ms.');
  });
});
