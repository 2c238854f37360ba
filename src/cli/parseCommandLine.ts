import { nearest, suggestion } from '../base/nearest.js';
import type { Command } from './command.js';
import { commonOptions, type OptionName, optionRules, type RawOptions } from './options.js';
import type { CommandLine } from './plainLine.js';
import { usageError } from './usageError.js';

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
export async function parseCommandLine(
  args: readonly string[],
  context: CommandLineContext,
): Promise<CommandLine | string> {
  const { commands, version, width } = context;
  rejectUnknownCommand(args, commands);
  rejectParserNames(args, commands);
  let found: CommandLine | undefined;
  const { default: yargs } = await import('yargs');
  const parser = yargs()
    .scriptName('dryscale')
    .usage('$0 <command>: see what your autoscaler will do before your users do')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
    })
    .wrap(width)
    .exitProcess(false)
    .version(version)
    .help()
    .alias('h', 'help')
    .epilogue(
      'Exit codes: 0 well, 2 wrong usage, 99 thresholds or baseline, 104 input, 105 interrupted, 106 output, 107 policy, 1 a bug',
    )
    .fail((message, error) => {
      throw (
        error ?? usageError({ code: 'usage', what: message, why: 'The command line is wrong.', fix: 'see --help.' })
      );
    })
    .completion('completion', 'Print a completion script for the shell');
  for (const command of commands) {
    const { name, operands, summary } = command;
    // Optional for the parser, so that an unknown option is named before an operand it swallowed is missed.
    const shown = operands.max > 1 ? `[${operands.name}..]` : `[${operands.name}]`;
    const optionNames = [...command.options, ...commonOptions];
    parser.command(
      operands.max === 0 ? name : `${name} ${shown}`,
      summary,
      (builder) => {
        if (operands.max > 0) builder.positional(operands.name, { type: 'string', describe: operands.describe });
        for (const option of optionNames) builder.option(option, parserOption(option));
        return builder;
      },
      (raw) => {
        found = { command, operands: readOperands(command, raw, optionNames), raw };
      },
    );
  }
  // With a callback the parser prints nothing by itself.
  let text = '';
  await parser.parseAsync(withDash(withNumbers(args)), {}, (_error: unknown, _raw: unknown, output: string) => {
    text = output;
  });
  return found ?? `${text}\n`;
}

/** Stands for an operand `-`, which the parser loses. No command line can hold a NUL. */
const dashOperand = '\u0000-';

/** An option that may stand alone takes the word after it only where that is a number. */
function withNumbers(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.flatMap((arg, index) => {
    if (end !== -1 && index >= end) return [arg];
    const number = aloneOf(arg);
    if (number !== undefined) return isNumber(args[index + 1]) ? [`${arg}=${args[index + 1]}`] : [`${arg}=${number}`];
    return isNumber(arg) && aloneOf(args[index - 1]) !== undefined ? [] : [arg];
  });
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^[+-]?\d+(\.\d+)?$/.test(text);
}

/** What an option alone means; undefined for all that need a value, or have it already. */
function aloneOf(arg: string | undefined): number | undefined {
  const rule = Object.entries(optionRules).find(([name]) => arg === `--${name}`)?.[1];
  return rule !== undefined && 'alone' in rule ? rule.alone : undefined;
}

/** A lone dash means standard input: as the value of an option it is joined to it, else it is an operand. */
function withDash(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === '-') return takesValue(args[index - 1]) ? [] : [dashOperand];
    return args[index + 1] === '-' && takesValue(arg) ? [`${arg}=-`] : [arg];
  });
}

function takesValue(arg: string | undefined): boolean {
  const rule = Object.entries<{ readonly type: string }>(optionRules).find(([name]) => arg === `--${name}`)?.[1];
  return rule !== undefined && rule.type !== 'flag';
}

function parserOption(name: OptionName) {
  const { type, describe, ...rule } = { value: undefined, ...optionRules[name] };
  const isFlag = type === 'flag';
  return {
    type: isFlag ? ('boolean' as const) : ('string' as const),
    describe: rule.value === undefined ? describe : `${rule.value}: ${describe}`,
  };
}

function rejectUnknownCommand(args: readonly string[], commands: readonly Command[]): void {
  const name = args[0];
  if (name === undefined) {
    const fix = `write for example: dryscale compare SCENARIO --policy A --policy B. Commands: ${commands.map((one) => one.name).join(', ')}.`;
    throw usageError({ code: 'no-command', what: 'no command is given', why: 'There is nothing to do.', fix });
  }
  if (name.startsWith('-')) return;
  const known = [...commands.map((command) => command.name), 'completion'];
  if (known.includes(name)) return;
  const fix = suggestion(name, known);
  throw usageError({
    code: 'unknown-command',
    what: `"${name}" is not a command`,
    why: 'The first word is the command.',
    fix,
  });
}

/** Names by which the parser keeps things of its own, or that it finds in the prototype of its maps. */
function rejectParserNames(args: readonly string[], commands: readonly Command[]): void {
  const end = args.indexOf('--');
  const names = (end === -1 ? args : args.slice(0, end)).map((arg) => /^--?([^=]+)/.exec(arg)?.[1]);
  const taken = names.find(
    (name) => name !== undefined && (['_', '$0'].includes(name) || Object.hasOwn(Object.prototype, name)),
  );
  if (taken === undefined) return;
  const command = commands.find(({ name }) => name === args[0]);
  throw unknownOption(taken, command?.name ?? 'dryscale', [...(command?.options ?? []), ...commonOptions]);
}

function readOperands(command: Command, raw: RawOptions, optionNames: readonly OptionName[]): string[] {
  rejectUnknownFlags(command, raw, optionNames);
  const { name, operands } = command;
  const given = raw[operands.name];
  // The parser keeps the command's own name, and whatever is beyond a single operand, apart.
  const rest = Array.isArray(raw._) ? raw._.slice(1).map(String) : [];
  const named = given === undefined ? [] : Array.isArray(given) ? given.map(String) : [String(given)];
  const all = [...named, ...rest].map((operand) => (operand === dashOperand ? '-' : operand));
  if (all.length < operands.min) {
    const what = `${name} needs a ${operands.name.toUpperCase()}`;
    throw usageError({ code: 'missing-operand', what, why: operands.describe, fix: `see dryscale ${name} --help.` });
  }
  if (all.length > operands.max) {
    const what = `${name} has more operands than it takes: "${all[operands.max]}"`;
    const why = operands.max === 0 ? 'It takes none.' : `It takes ${operands.max}.`;
    throw usageError({ code: 'extra-operand', what, why, fix: `leave it out; see dryscale ${name} --help.` });
  }
  return all;
}

function rejectUnknownFlags(command: Command, raw: RawOptions, optionNames: readonly OptionName[]): void {
  const known = new Set<string>([...optionNames, command.operands.name, '_', '$0', 'help', 'h', 'version']);
  const unknown = Object.keys(raw).find((key) => !known.has(key));
  if (unknown === undefined) return;
  throw unknownOption(unknown, command.name, optionNames);
}

function unknownOption(unknown: string, commandName: string, optionNames: readonly OptionName[]): Error {
  const shown = `${unknown.length === 1 ? '-' : '--'}${unknown}`;
  const names = optionNames.map((name) => `--${name}`);
  const close = nearest(shown, names);
  const fix = `${close === undefined ? '' : `did you mean ${close}? `}Known: ${names.join(', ')}.`;
  const what = `${shown} is not an option of ${commandName}`;
  return usageError({ code: 'unknown-option', what, why: 'An unknown option would be ignored silently.', fix });
}
