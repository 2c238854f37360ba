import { aggregateMeasures } from '../results/aggregate.js';
import { goodShareOf } from '../results/goodShareOf.js';
import { isGoodShare, spreadOf } from '../results/measureSpread.js';
import { measureOf } from '../results/measures/index.js';
import type { Aggregate } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import { parseMetricSelector, parseThresholdExpression } from '../results/thresholdExpression.js';
import { sampleMetrics } from '../results/thresholdMetrics.js';
import type { TunedFigures, TunedMust, TuneResult } from '../results/tuneResult.js';
import type { Spread } from '../stats/spread.js';
import { spreadInterval } from '../stats/spreadInterval.js';
import { marginOf } from '../stats/verdict.js';
import { type Goal, goalValue } from './goal.js';
import { hasMusts, judgeMusts, type Musts, shortfallOf } from './musts.js';
import type { Judge } from './search/entrant.js';

/** What settings are judged by. */
export interface Judging {
  readonly goal: Goal;
  readonly musts: Musts;
  /** Runs are worlds: what must hold does in this share of them, each judged by itself. */
  readonly worldShare: number | undefined;
  /** Of the scenario's SLO, for what matters of a good share. */
  readonly objective: number | undefined;
}

/** The judge of a search. */
export function judgeOf({ goal, musts, worldShare, objective }: Judging): Judge<RunResult> {
  const known = new WeakMap<RunResult, boolean>();
  const misses = (run: RunResult) => {
    const found = known.get(run) ?? judgeMusts(musts, [run]).some(({ ok }) => !ok);
    known.set(run, found);
    return found;
  };
  return {
    better: goal.better,
    goalOf: (run) => goalValue(goal, run),
    misses,
    verdictOf: (runs) => {
      const results = hasMusts(musts) ? judgeMusts(musts, runs) : [];
      if (worldShare === undefined) return { ok: results.every(({ ok }) => ok), shortfall: shortfallOf(results) };
      const missing = worldShare - metCount(runs, misses) / Math.max(1, runs.length);
      return { ok: missing <= 0, shortfall: Math.max(0, missing) };
    },
    marginOf: (referenceMean) => marginOf({ referenceMean, isGoodShare: isGoodShare(goal.name), objective }),
  };
}

function metCount(runs: readonly RunResult[], misses: (run: RunResult) => boolean): number {
  return runs.filter((run) => !misses(run)).length;
}

/** What runs of one setting say. */
export function figuresOf(runs: readonly RunResult[], judging: Judging): TunedFigures {
  const { goal, musts } = judging;
  const judge = judgeOf(judging);
  const perRun = runs.map((run) => judgeMusts(musts, [run]));
  return {
    runs: runs.length,
    runs_met: metCount(runs, judge.misses),
    meets: judge.verdictOf(runs).ok,
    goal: aggregateOf(runs, goal.name, (run) => goalValue(goal, run)),
    good_share: aggregateOf(runs, 'slo_attainment', ({ measures }) => goodShareOf(measures)),
    must: judgeMusts(musts, runs).map((one, index): TunedMust => {
      const values = perRun.flatMap((results) => results[index].value ?? []);
      const interval =
        values.length < runs.length ? { low: null, high: null } : spreadInterval(values, spreadOfMetric(one.metric));
      const metRuns = perRun.filter((results) => results[index].ok).length;
      return { ...one, ...around(one.value, interval), runs_met: metRuns };
    }),
  };
}

function aggregateOf(
  runs: readonly RunResult[],
  name: string,
  valueIn: (run: RunResult) => number | undefined,
): Aggregate {
  const replications = runs.map((run) => {
    const reason = run.nulls[name] ?? run.nulls[name.replace(/^services\.[^.]+\./, '')];
    return {
      replication: run.replication,
      measures: { [name]: valueIn(run) ?? null },
      ...(reason === undefined ? {} : { nulls: { [name]: reason } }),
    };
  });
  return aggregateMeasures(replications)[name] ?? { mean: null, low: null, high: null, n: 0, reason: 'no runs' };
}

/** A quantile of all samples together need not lie in the interval of the runs' own ones; what is shown with it does. */
function around(value: number | null, { low, high }: { readonly low: number | null; readonly high: number | null }) {
  if (value === null || low === null || high === null) return { low: null, high: null };
  return { low: Math.min(low, value), high: Math.max(high, value) };
}

function spreadOfMetric(text: string): Spread {
  const metric = parseMetricSelector(text)?.metric ?? text;
  if (measureOf(metric) !== undefined) return spreadOf(metric);
  const kind = Object.hasOwn(sampleMetrics, metric) ? sampleMetrics[metric].kind : 'trend';
  if (kind === 'rate') return { kind: 'share', least: 0, most: 1 };
  return { kind: 'skewed', least: 0, most: Number.POSITIVE_INFINITY };
}

/** What stands against the goal: the first thing that must hold, where it has a better side, else the good share. */
export function safetyOf({ musts }: Judging): TuneResult['safety'] {
  const [first] = judgeMusts(musts, []);
  const { operator, limit } = (first && parseThresholdExpression(first.expression)) ?? {};
  if (first !== undefined && limit !== undefined && operator !== undefined && /^[<>]/.test(operator))
    return { metric: first.metric, better: operator.startsWith('<') ? 'lower' : 'higher', limit };
  return { metric: 'slo_attainment', better: 'higher', limit: null };
}

/** Where a setting stands in it. */
export function safetyAt({ must, good_share }: TunedFigures, safety: TuneResult['safety']) {
  if (safety.limit === null) return { value: good_share.mean, low: good_share.low, high: good_share.high };
  const { value, low, high } = must[0];
  return { value, low, high };
}
