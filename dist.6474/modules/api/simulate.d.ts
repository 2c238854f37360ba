import { type PolicyResult } from '../results/results.js';
import { type PolicySource, type ScenarioSource } from './comparison.js';
import { type SimulateOptions } from './options.js';
/**
 * Runs one policy on a scenario: what `dryscale run` says of it.
 *
 * The same scenario, policy, seed and runs give the same result, whatever the workers.
 * @param policy the scenario's first when left out, else `none`
 * @throws ProblemError for a wrong scenario, policy or option; PolicyFault when the policy fails
 * @example const result = await simulate('shop.yaml', 'target-cpu.lua?target=0.7', { runs: 5 });
 */
export declare function simulate(scenario: ScenarioSource, policy?: PolicySource, options?: SimulateOptions): Promise<PolicyResult>;
