import { type Problem } from '../base/problem.js';
import type { Output } from './output.js';
/**
 * Says what the user should know and need not mend, after the results: once, a line each; whole with --verbose.
 *
 * The same about several places is one line.
 */
export declare function showWarnings(warnings: readonly Problem[], { output, verbose }: {
    readonly output: Output;
    readonly verbose: boolean;
}): void;
