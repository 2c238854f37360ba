import type { Command } from './command.js';
import { type RawOptions } from './options.js';
interface CommandLine {
    readonly command: Command;
    readonly operands: readonly string[];
    readonly raw: RawOptions;
}
interface CommandLineContext {
    readonly commands: readonly Command[];
    readonly version: string;
    /** Characters of a line of the help. */
    readonly width: number;
}
/**
 * Takes a command line apart.
 *
 * @returns the text to print when help, the version or a completion was asked for
 * @throws ProblemError with exit code 2
 */
export declare function parseCommandLine(args: readonly string[], context: CommandLineContext): Promise<CommandLine | string>;
export {};
