import { type ScenarioResult } from '../results/results.js';
import type { PreparedComparison } from './comparison.js';
import type { CheckedOptions } from './options.js';
/**
 * Runs every candidate of every comparison: inline policies in this thread, files in worker threads, at the same time.
 *
 * What is shorter than the start of a thread runs here too, unless it is code of a file: that could hang, or leave something
 * behind. The results depend on nothing but the comparisons and the options that name runs: not on the workers, nor on where
 * a policy ran.
 * @throws ProblemError when an input turns out damaged while running
 */
export declare function runComparisons(comparisons: readonly PreparedComparison[], options: CheckedOptions): Promise<ScenarioResult[]>;
