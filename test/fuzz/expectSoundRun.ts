import { expect } from 'vitest';
import type { RunResult } from '../../src/results/runResult.js';
import type { Scenario } from '../../src/scenario/schema.js';

/** Measures that compare, and so may lie below 0. */
const signed = /^(services\.[^.]+\.)?(regret_ratio|jitter_per_hour|error_budget_left_ratio)$/;
const outcomes = [
  'completed',
  'failed',
  'rejected',
  'timed_out',
  'abandoned',
  'aborted',
  'rate_limited',
  'unfinished',
] as const;

/** What holds for every run, whatever the scenario. `runOnce` has made its conservation checks before. */
export function expectSoundRun(run: RunResult, { services }: Scenario): void {
  expect(badNumbers(run).join('\n')).toBe('');
  for (const { counts, source } of run.groups) {
    const known = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
    expect([source, known]).toEqual([source, counts.offered]);
    expect(counts.good).toBeLessThanOrEqual(counts.completed);
    expect(counts.unfinishedOld).toBeLessThanOrEqual(counts.unfinished);
  }
  for (const [name, value] of Object.entries(run.measures)) {
    if (value === null) expect([name, run.nulls[name]]).toEqual([name, expect.any(String)]);
  }
  const costs = Object.keys(services).map(
    (name) => run.measures[`services.${name}.cost_usd`] ?? run.measures.cost_usd ?? 0,
  );
  expect(run.measures.cost_usd).toBeCloseTo(
    costs.reduce((sum, cost) => sum + cost, 0),
    9,
  );
}

/** Every number of a result that is none, has no end or lies below 0, with where it stands. */
export function badNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') {
    const isFine = Number.isFinite(value) && (value >= 0 || signed.test(path.replace(/^\.?measures\./, '')));
    return isFine ? [] : [`${path} is ${value}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => badNumbers(inner, path === '' ? key : `${path}.${key}`));
}
