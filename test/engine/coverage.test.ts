// @module-tag long
import { beforeAll, describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { openStream } from '../../src/random/keyedStream.js';
import type { Stream } from '../../src/random/stream.js';
import { aggregateMeasures } from '../../src/results/aggregate.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import { judgeRegression } from '../../src/results/judgeRegression.js';
import { spreadOf } from '../../src/results/measureSpread.js';
import { measures } from '../../src/results/measures/index.js';
import type { PolicyResult, ReplicationResult } from '../../src/results/results.js';
import { parseScenario } from '../../src/scenario/load.js';
import { spreadInterval } from '../../src/stats/spreadInterval.js';
import { samplePolicy } from '../support/samplePolicy.js';

/**
 * How often intervals hold the truth, and how often equal policies are called different, on runs of the engine.
 *
 * The truth is the mean of all runs of a pool; samples of 10 and of 30 are drawn from it.
 */
const poolSize = 500;
const drawCount = 1000;
/** Percent that must be held, and three standard deviations of the chance in 1,000 draws of 95 %. */
const bar = { least: 91, most: 98, chance: 2 };

type File = Parameters<typeof parseScenario>[0];
type Parts = Pick<File, 'traffic' | 'services' | 'faults'> & { readonly slo: { latency: string; objective: number } };

const base = {
  duration: '10m',
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  gateway: { queue: { limit: 300 } },
  telemetry: { scrape: '5s', window: '15s' },
};
const bursts = (low: [number, string], high: [number, string]): File['traffic'] => ({
  users: { executor: 'markov-modulated', states: [low, high].map(([rate, stay]) => ({ rate, stay })) },
});
const fleet = (min: number, max: number): File['services'] => ({
  web: { instance: { concurrency: 2, price: 1, startup: '20s' }, scaling: { min, max, initial: Math.max(2, min) } },
});
const slo = (objective: number) => ({ latency: '1s', objective });

/** From a fleet that drowns in half of the runs to one in which hardly anything happens. */
const scenarios: Readonly<Record<string, Parts>> = {
  drowning: { traffic: bursts([8, '60s'], [40, '40s']), services: fleet(1, 8), slo: slo(0.95) },
  crashing: {
    traffic: { users: { executor: 'constant-arrival-rate', rate: 20, duration: '10m' } },
    services: fleet(1, 8),
    slo: slo(0.95),
    faults: [{ kind: 'crash', every: { exponential: { mean: '4m' } } }],
  },
  'rare bursts': { traffic: bursts([8, '300s'], [40, '15s']), services: fleet(2, 12), slo: slo(0.99) },
  calm: { traffic: bursts([8, '60s'], [20, '40s']), services: fleet(4, 12), slo: slo(0.99) },
};

const follower = {
  kind: 'lua',
  fileName: 'p.lua',
  path: 'p.lua',
  params: {},
  code: 'return { every = "15s", decide = function(o) local n = (o.metrics.in_flight or 0) + (o.metrics.queue_depth or 0) return math.max(1, math.ceil(n / 1.3)) end }',
} as const;

function poolOf(name: string, parts: Parts): ReplicationResult[] {
  const scenario = { ...parseScenario({ name: name.replace(' ', '-'), ...base, ...parts }), seed: 5 };
  return Array.from({ length: poolSize }, (_, replication) => {
    const run = runOnce({ scenario, scenarioFolder: '.', bindings: { '*': follower }, replication, detail: false });
    return { replication, measures: run.measures, nulls: run.nulls };
  });
}

interface Coverage {
  /** Percent of the intervals without a mark that hold the truth. */
  readonly percent: number;
  /** Percent that claims nothing: about, or the same in every run. */
  readonly markedPercent: number;
}

function coverageOf(measure: string, values: readonly number[], n: number): Coverage {
  const truth = values.reduce((sum, value) => sum + value, 0) / values.length;
  const stream = openStream({ seed: 1, replication: n, owner: measure, purpose: 'coverage' });
  let [held, plain] = [0, 0];
  for (let draw = 0; draw < drawCount; draw++) {
    const sample = Array.from({ length: n }, () => values[stream.below(values.length)]);
    const { low, high, isAbout } = spreadInterval(sample, spreadOf(measure));
    if (isAbout || low === null || high === null || low === high) continue;
    plain++;
    if (low <= truth && truth <= high) held++;
  }
  return { percent: (100 * held) / Math.max(1, plain), markedPercent: 100 - (100 * plain) / drawCount };
}

/** `size` runs drawn from the pool, as the runs of a policy under a seed of its own. */
function drawnPolicy(pool: readonly ReplicationResult[], stream: Stream, size = 10): PolicyResult {
  const replications = Array.from({ length: size }, (_, replication) => ({
    ...pool[stream.below(pool.length)],
    replication,
  }));
  return { ...samplePolicy('p', []), replications, measures: aggregateMeasures(replications) };
}

describe.each(Object.entries(scenarios))('on runs of a fleet that is %s', (name, parts) => {
  let pool: ReplicationResult[] = [];
  beforeAll(() => {
    pool = poolOf(name, parts);
  });

  it.each([10, 30])(
    'the intervals of %i runs hold the truth as often as they say, for each default measure',
    (n) => {
      const rows = measures.flatMap(({ name: measure, level }) => {
        const values = pool.flatMap((one) => one.measures[measure] ?? []);
        if (level !== 'default' || values.length < poolSize / 2) return [];
        return [{ measure, ...coverageOf(measure, values, n) }];
      });
      if (process.env.DRYSCALE_COVERAGE === '1') console.table(rows);
      expect(rows.length).toBeGreaterThan(6);
      // Where nearly all are marked, the others are the few odd samples.
      const judged = rows.filter(({ markedPercent }) => markedPercent < 50);
      const missed = judged.filter(
        ({ percent }) => percent < bar.least - bar.chance || percent > bar.most + bar.chance,
      );
      expect(missed).toEqual([]);
    },
    600_000,
  );

  it('the same policy under another seed is called better or worse in at most 5 % of comparisons', () => {
    const stream = openStream({ seed: 2, replication: 0, owner: name, purpose: 'equal policies' });
    const comparisons = Array.from({ length: 300 }, () =>
      comparePolicies(drawnPolicy(pool, stream), drawnPolicy(pool, stream), { objective: parts.slo.objective }),
    );
    const isWorded = comparisons.filter((rows) =>
      rows.some(({ verdict }) => verdict === 'better' || verdict === 'worse'),
    );
    // 5 % of 300, and three standard deviations.
    expect(isWorded.length).toBeLessThanOrEqual(15 + 11);
  });

  it.each([true, false])('the same policy under another seed fails no baseline (paired: %s)', (isPaired) => {
    const stream = openStream({ seed: 3, replication: 0, owner: name, purpose: 'baselines' });
    const limits = [
      { measure: 'cost_usd', better: 'lower', kind: 'relative', limit: 0.05, level: 'error' },
      { measure: 'latency_all_p99_ms', better: 'lower', kind: 'relative', limit: 0.1, level: 'error' },
    ] as const;
    const failed = Array.from({ length: 200 }, () => {
      const [baseline, policy] = [drawnPolicy(pool, stream), drawnPolicy(pool, stream)];
      return limits.some((limit) => !judgeRegression({ baseline, policy, limit, isPaired, allowEmpty: true }).ok);
    }).filter(Boolean);
    // One side of 1 % for each of two limits, of 5 % for the unanswered runs: at most 3.5 %, and three standard deviations.
    expect(failed.length).toBeLessThanOrEqual(7 + 8);
  });
});
