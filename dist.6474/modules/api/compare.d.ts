import type { ScenarioResult } from '../results/results.js';
import { type PolicySource, type ScenarioSource } from './comparison.js';
import { type CompareOptions } from './options.js';
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
export declare function compare(scenario: ScenarioSource, policies?: readonly PolicySource[], options?: CompareOptions): Promise<ScenarioResult>;
export declare function compare(scenarios: readonly ScenarioSource[], policies?: readonly PolicySource[], options?: CompareOptions): Promise<ScenarioResult[]>;
