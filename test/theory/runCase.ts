import type { RunResult } from '../../src/results/runResult.js';
import { moments } from '../support/moments.js';
import { runWithLua } from '../support/runWithLua.js';
import type { Check, Setup } from './theoryCase.js';

/** One number after all runs. */
export interface Finding {
  readonly name: string;
  readonly reference: number;
  readonly mean: number;
  readonly standardError: number;
  /** Distance from the reference beyond the bias allowed, in standard errors; at most 4 passes. */
  readonly deviation: number;
  /** Distance from the reference as a share of it; 0 for a bound that is kept. */
  readonly relativeDistance: number;
  readonly isPrecise: boolean;
}

const isLong = process.env.DRYSCALE_TESTS === 'long';
const leastRuns = 20;
/** As much time in all, for runs are a quarter as long elsewhere (`spanOf`). */
const mostRuns = isLong ? 400 : 1600;

/** Runs a setup until its numbers are precise enough, and compares. The rule: docs/validation.md. */
export function runCase({ input, checks, policy, runs = leastRuns }: Setup): Finding[] {
  const results: RunResult[] = [];
  // The long run's table in docs/validation.md is of whole batches.
  const [firstRuns, moreRuns] = isLong ? [runs, runs] : [leastRuns, 5];
  for (let count = firstRuns; ; count += moreRuns) {
    while (results.length < count) {
      results.push(runWithLua(input, policy, { replication: results.length, detail: false }));
    }
    const findings = checks.map((check) => findingOf(check, results.map(check.of)));
    if (findings.every(({ isPrecise }) => isPrecise) || results.length >= mostRuns) return findings;
  }
}

function findingOf({ name, reference, bias, power, isBound = false }: Check, values: readonly number[]): Finding {
  const { mean, standardError } = moments(values);
  const distance = isBound ? mean - reference : Math.abs(mean - reference);
  const beyond = Math.max(0, distance - bias * Math.abs(reference));
  return {
    name,
    reference,
    mean,
    standardError,
    deviation: beyond === 0 ? 0 : beyond / standardError,
    relativeDistance: Math.max(0, distance) / Math.abs(reference),
    isPrecise: standardError <= power * Math.abs(reference),
  };
}
