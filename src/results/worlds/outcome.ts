import { goodShareOf } from '../goodShareOf.js';
import { measureOf } from '../measures/index.js';
import type { RunResult } from '../runResult.js';
import { sloResult } from '../sloResult.js';
import { evaluateThresholds } from '../thresholds.js';

/** How one candidate stands in one run: what decides who wins it. */
export interface Outcome {
  /** Keeps the SLO, if there is one, and every threshold. */
  readonly meets: boolean;
  /** The goal, the smaller the better; Infinity where it has no value. */
  readonly loss: number;
  /** Share of good requests; 0 for a run without requests, -1 for one that failed. */
  readonly goodShare: number;
}

/** A run that failed met nothing. */
export const failedOutcome: Outcome = { meets: false, loss: Number.POSITIVE_INFINITY, goodShare: -1 };

interface Judged {
  readonly slo?: { readonly objective: number; readonly gate: boolean } | undefined;
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
  readonly duration: number;
  readonly warmup: number;
}

/** Judges one run by itself, as the reports judge all runs together. */
export function outcomeOf(
  run: RunResult,
  scenario: Judged,
  rule: { readonly goal: string; readonly allowEmpty: boolean },
): Outcome {
  const { slo, thresholds, duration, warmup } = scenario;
  const { goal, allowEmpty } = rule;
  const spanSeconds = duration - warmup;
  const keepsSlo = slo === undefined || sloResult(slo, [run], { allowEmpty }).met;
  const meets = keepsSlo && evaluateThresholds(thresholds, [run], { spanSeconds, allowEmpty }).every(({ ok }) => ok);
  return { meets, loss: lossOf(goal, run.measures[goal]), goodShare: goodShareOf(run.measures) ?? 0 };
}

/** A measure as something to have little of. */
export function lossOf(goal: string, value: number | null | undefined): number {
  if (typeof value !== 'number') return Number.POSITIVE_INFINITY;
  return measureOf(goal)?.better === 'higher' ? -value : value;
}

/** Negative where `a` beats `b`: it alone meets the limits, or both do and it has the better goal, or neither and it has more good. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  if (a.meets !== b.meets) return a.meets ? -1 : 1;
  if (!a.meets) return b.goodShare - a.goodShare;
  return a.loss === b.loss ? 0 : a.loss - b.loss;
}

/** Place of the best; of equals the first. */
export function winnerOf(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((best, outcome, index) => (compareOutcomes(outcome, outcomes[best]) < 0 ? index : best), 0);
}
