import { type ExitCode } from '../../base/exitCode.js';
import type { CommandInput } from '../command.js';
/** Writes a scenario out of files: what they say, what a person adds, and defaults, each number with where it is from. */
export declare function initFrom(files: readonly string[], input: CommandInput): Promise<ExitCode>;
