import type { Command } from './command.js';
import { commonOptions, type OptionName, optionRules, type RawOptions } from './options.js';

/** A line taken apart. */
export interface CommandLine {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly raw: RawOptions;
}

/** What no parser reads as anything but itself: neither quoted, nor a number below zero, nor a truth, nor a cry for help. */
const plainWord = /^(?!(?:true|false|help)$)[\w./@:+~,=%?*{}[\]()<>#&|! ][^\0\n\r]*$/;

/**
 * Takes a line apart whose every word is what it seems: an option that is known, its value, an operand.
 *
 * The parser, which says the same of such a line, takes longer to load than many a command to run.
 *
 * @returns undefined for every other line: the parser knows, and says what is wrong
 */
export function plainLine([name, ...words]: readonly string[], command: Command): CommandLine | undefined {
  const names: ReadonlySet<string> = new Set([...command.options, ...commonOptions]);
  const raw: Record<string, string | boolean | string[]> = {};
  const operands: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word.startsWith('--')) {
      if (!plainWord.test(word)) return undefined;
      operands.push(word);
      continue;
    }
    const [, option, joined] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (!isOption(option, names)) return undefined;
    const { type } = optionRules[option];
    if (type === 'flag') {
      if (joined !== undefined || option in raw) return undefined;
      raw[option] = true;
      continue;
    }
    if (joined === undefined && 'alone' in optionRules[option]) return undefined;
    const value = joined ?? words[++index];
    if (value === undefined || !plainWord.test(value)) return undefined;
    const before = raw[option];
    raw[option] = before === undefined ? value : [before, value].flat().map(String);
  }
  const { min, max, name: operandName } = command.operands;
  if (operands.length < min || operands.length > max) return undefined;
  if (operands.length > 0) raw[operandName] = max > 1 ? operands : operands[0];
  return { command, operands, raw: { _: [name], ...raw } };
}

function isOption(name: string | undefined, names: ReadonlySet<string>): name is OptionName {
  return name !== undefined && names.has(name);
}
