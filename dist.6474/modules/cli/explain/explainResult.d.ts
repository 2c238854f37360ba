import { type ExitCode } from '../../base/exitCode.js';
import type { ScenarioResult } from '../../results/results.js';
import type { CommandInput } from '../command.js';
/** Which rule of a policy held at an instant of a run. */
export declare function explainResult({ operands, options, output }: CommandInput): Promise<ExitCode>;
/**
 * Seconds of the run for what a reader of its report types: since its begin (`12m`), on its clock (`18:05`), or with the date.
 *
 * @throws ProblemError when it is none of these, or not one instant of the run
 */
export declare function instantOf(text: string, { start, duration_s }: Pick<ScenarioResult, 'start' | 'duration_s'>): number;
