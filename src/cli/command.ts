import type { ExitCode } from '../base/exitCode.js';
import type { Interruption } from './interruption.js';
import type { OptionName, Options } from './options.js';
import type { Output } from './output.js';

/** One command, with what its help and its checks need. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What stands beside the options: its name in the help, and how many. */
  readonly operands: { readonly name: string; readonly min: number; readonly max: number; readonly describe: string };
  /** Besides the common ones. */
  readonly options: readonly OptionName[];
  /** @throws ProblemError */
  run(input: CommandInput): Promise<ExitCode>;
}

export interface CommandInput {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly output: Output;
  /** Whether the user wants it to end. */
  readonly interruption: Interruption;
  /** Nothing is written but what an option names: the answer goes to `output` alone. */
  readonly withoutFiles?: boolean;
}
