import type { ScenarioResult } from '../results/results.js';
import { type PolicySource, type PreparedComparison, prepareComparison, type ScenarioSource } from './comparison.js';
import { type CompareOptions, readCompareOptions } from './options.js';
import { runComparisons } from './runComparisons.js';

/**
 * Runs every policy on one scenario or on several, on the same random numbers, and compares them: what `dryscale compare`
 * says.
 *
 * A policy that fails stands among the results with its `failure`; the others' results stay (`hasResults` tells them apart).
 * @param policies the scenario's own when left out
 * @returns one result for one scenario, a list for a list
 * @throws ProblemError for a wrong scenario, policy or option
 * @example const { comparisons } = await compare('shop.yaml', ['static:6', 'target-cpu.lua']);
 */
export async function compare(
  scenario: ScenarioSource,
  policies?: readonly PolicySource[],
  options?: CompareOptions,
): Promise<ScenarioResult>;
export async function compare(
  scenarios: readonly ScenarioSource[],
  policies?: readonly PolicySource[],
  options?: CompareOptions,
): Promise<ScenarioResult[]>;
export async function compare(
  scenarios: ScenarioSource | readonly ScenarioSource[],
  policies?: readonly PolicySource[],
  options: CompareOptions = {},
): Promise<ScenarioResult | ScenarioResult[]> {
  const checked = readCompareOptions(options);
  const comparisons: PreparedComparison[] = [];
  for (const scenario of isList(scenarios) ? scenarios : [scenarios]) {
    comparisons.push(await prepareComparison(scenario, policies, checked));
  }
  const results = await runComparisons(comparisons, checked);
  return isList(scenarios) ? results : results[0];
}

function isList(value: ScenarioSource | readonly ScenarioSource[]): value is readonly ScenarioSource[] {
  return Array.isArray(value);
}
