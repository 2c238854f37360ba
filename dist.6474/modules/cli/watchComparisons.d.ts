import { type ExitCode } from '../base/exitCode.js';
import type { CommandInput } from './command.js';
/** Reads everything, runs it, shows it and writes it, once. */
type Round = (input: CommandInput) => Promise<ExitCode>;
/**
 * Runs, and runs again whenever a file that was read is saved, until Ctrl-C.
 *
 * The first round shows what it would without `--watch`; each later one is a line. A round with problems shows them, and
 * watching goes on.
 * @returns 105 when Ctrl-C cut off a round, else 0
 * @throws ProblemError of the first round, unless it is one that saving a file can mend
 */
export declare function watchComparisons(input: CommandInput, round: Round): Promise<ExitCode>;
export {};
