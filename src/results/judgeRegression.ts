import { pairedDifference } from '../stats/pairedDifference.js';
import type { Interval } from '../stats/tInterval.js';
import { welchDifference } from '../stats/welchDifference.js';
import { unanswered } from './aggregate.js';
import type { Regression } from './baselineResult.js';
import type { RegressionLimit } from './regressionLimit.js';
import type { PolicyResult } from './results.js';

export interface Judging {
  readonly baseline: PolicyResult;
  readonly policy: PolicyResult;
  readonly limit: RegressionLimit;
  /** Both sides ran on the same scenario, seed and replications. */
  readonly isPaired: boolean;
  /** Measures without data pass; unanswered requests are data. */
  readonly allowEmpty: boolean;
}

/** A pipeline looks again at every push: 99 % instead of 95 %, as for any repeated look (measures.md 1g). */
const confidence = 0.99;
/** Share of the baseline that rounding may make; a rise of exactly the limit keeps it. */
const roundingRatio = 1e-9;

/**
 * Whether a measure became worse than its limit allows.
 *
 * Problem: two means always differ, so judging the points makes pipelines fail by chance.
 * Idea: each run has an excess, what it is worse than the baseline's run beyond what the limit allows; the measure has regressed
 * when the interval of the mean excess lies above 0. A relative limit allows a share of the baseline's own run, not of the mean:
 * a policy that is 6 % dearer in every run then exceeds 5 % in every run, however much the runs differ from each other.
 * @see Law, "Simulation Modeling and Analysis", section 10.2
 */
export function judgeRegression(judging: Judging): Regression {
  const { baseline, policy, limit } = judging;
  const [before, after] = [baseline.measures[keyOf(baseline, limit)], policy.measures[keyOf(policy, limit)]];
  const row = {
    policy: policy.name,
    measure: limit.measure,
    baseline: before?.mean ?? null,
    value: after?.mean ?? null,
    limit: limit.limit,
    limit_kind: limit.kind,
    level: limit.level,
    paired: judging.isPaired,
  };
  const unknown = { regression: null, low: null, high: null };
  const [isLateBefore, isLateAfter] = [before?.reason === unanswered, after?.reason === unanswered];
  if (isLateBefore || isLateAfter) {
    const isWorse = isLateAfter && !isLateBefore;
    const reason = isWorse ? unanswered : `unanswered in ${isLateAfter ? 'both' : 'the baseline'}`;
    return { ...row, ...unknown, outcome: isWorse ? 'regressed' : 'kept', ok: !isWorse, reason };
  }
  const excess = excessOf(judging);
  if (row.baseline === null || row.value === null || excess.mean === null) {
    const side = row.baseline === null ? 'in the baseline' : row.value === null ? 'now' : 'in the same run of both';
    return { ...row, ...unknown, outcome: 'no data', ok: judging.allowEmpty, reason: `no data ${side}` };
  }
  const rounding = roundingRatio * Math.abs(row.baseline);
  const hasRegressed = excess.low !== null && excess.low > rounding;
  const outcome = hasRegressed ? 'regressed' : excess.mean > rounding ? 'unclear' : 'kept';
  const isOneRun = excess.low === null && outcome === 'unclear';
  return {
    ...row,
    ...inLimitUnit(excess, limit, row.baseline),
    outcome,
    ok: !hasRegressed,
    ...(isOneRun ? { reason: 'one run has no interval' } : {}),
  };
}

function excessOf({ baseline, policy, limit, isPaired }: Judging): Interval {
  const sign = limit.better === 'lower' ? 1 : -1;
  const worst = (value: number) =>
    sign * value + (limit.kind === 'relative' ? limit.limit * Math.abs(value) : limit.limit);
  const before = valuesOf(baseline, keyOf(baseline, limit));
  const after = valuesOf(policy, keyOf(policy, limit));
  const allowed = (replications: readonly number[]) => replications.map((one) => worst(before.get(one) ?? 0));
  const reached = (replications: readonly number[]) => replications.map((one) => sign * (after.get(one) ?? 0));
  if (!isPaired) return welchDifference({ a: allowed([...before.keys()]), b: reached([...after.keys()]) }, confidence);
  const both = [...before.keys()].filter((one) => after.has(one));
  return pairedDifference({ a: allowed(both), b: reached(both) }, confidence);
}

/** With one service a run states its measures once, without the service's name. */
function keyOf({ measures }: PolicyResult, { measure }: RegressionLimit): string {
  return Object.hasOwn(measures, measure) ? measure : measure.replace(/^services\.[^.]+\./, '');
}

function valuesOf({ replications }: PolicyResult, measure: string): Map<number, number> {
  return new Map(
    replications.flatMap(({ replication, measures }) => {
      const value = measures[measure];
      return typeof value === 'number' ? [[replication, value]] : [];
    }),
  );
}

/** The excess over the limit as the regression itself, so that readers can hold it against the limit. */
function inLimitUnit(excess: Interval, { kind, limit }: RegressionLimit, baselineMean: number) {
  const scale = kind === 'absolute' ? 1 : Math.abs(baselineMean);
  const rounding = (roundingRatio * Math.abs(baselineMean)) / scale;
  const shift = (value: number | null) => {
    if (value === null || scale === 0) return null;
    const shifted = value / scale + limit;
    return Math.abs(shifted) <= rounding ? 0 : shifted;
  };
  return { regression: shift(excess.mean), low: shift(excess.low), high: shift(excess.high) };
}
