import type { RunResult } from '../results/runResult.js';
import type { RunInput } from './runInput.js';
/**
 * The only door of the engine: one run of a scenario under its policies.
 *
 * A pure function of its input: no clock, no environment, no locale. Reads the traces the scenario names.
 * @throws PolicyFault when a policy fails; ProblemError when a trace is damaged
 */
export declare function runOnce(input: RunInput): RunResult;
