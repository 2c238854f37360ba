import { visibleLine } from '../base/visible.js';
import type { Command, CommandInput } from './command.js';
import { readOptions } from './options.js';
import { type CommandLine, plainLine } from './plainLine.js';
import { packageVersion } from './version.js';

/** A terminal's width is a matter of taste for help; 100 keeps an option on a line. */
const helpWidth = 100;

/** What the shell's script asks with. */
const completionFlag = '--get-yargs-completions';

interface Asked extends Pick<CommandInput, 'operands' | 'options'> {
  readonly command: Command;
}

/** The commands that people wait for most: each is loaded without the others. */
const alone: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./commands/often.js')).run,
  compare: async () => (await import('./commands/often.js')).compare,
  validate: async () => (await import('./commands/often.js')).validate,
  init: async () => (await import('./commands/init.js')).init,
};

/**
 * Reads the command line, loading what it takes: one command for a line that is right, all of them and the parser for help
 * and for whatever is wrong.
 *
 * @returns the text to print when help, the version or a completion was asked for
 * @throws ProblemError with exit code 2
 */
export async function readLine(args: readonly string[]): Promise<Asked | string> {
  const line = (args[0] === completionFlag ? await completed(args) : undefined) ?? (await lineOf(args));
  return typeof line === 'string' ? line : { ...line, options: readOptions(line.raw) };
}

/** undefined when the parser completes it. */
async function completed(args: readonly string[]): Promise<string | undefined> {
  const { completedValues } = await import('./everything.js');
  // A name that a terminal must not get cannot be completed.
  const names = (await completedValues(args))?.filter((value) => visibleLine(value) === value);
  return names?.map((value) => `${value}\n`).join('');
}

async function lineOf(args: readonly string[]): Promise<CommandLine | string> {
  const [name = ''] = args;
  if (Object.hasOwn(alone, name)) {
    const line = plainLine(args, await alone[name]());
    if (line !== undefined) return line;
  }
  const { commands, parseCommandLine } = await import('./everything.js');
  const command = commands.find((one) => one.name === name);
  const line = command && plainLine(args, command);
  if (line !== undefined) return line;
  return parseCommandLine(args, { commands, version: packageVersion(), width: helpWidth });
}
