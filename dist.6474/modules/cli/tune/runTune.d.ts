import { type ExitCode } from '../../base/exitCode.js';
import type { CommandInput } from '../command.js';
/** Reads everything, searches, shows, writes. */
export declare function runTune(input: CommandInput): Promise<ExitCode>;
