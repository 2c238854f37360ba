import type { z } from 'zod';
import { lineAndColumn } from '../../base/lineAndColumn.js';
import { suggestion } from '../../base/nearest.js';
import type { Place, Problem } from '../../base/problem.js';

/** A script and its text: where its options stand can only be told from the text. */
export interface ScriptFile {
  readonly file: string;
  readonly text: string;
}

import { scriptLimits } from './limits.js';

type Path = readonly PropertyKey[];

/**
 * A place in the options of a script.
 *
 * Options are known as values only. The line is that of the key, found by looking for the keys of the path one after the
 * other from `options` on; where the script makes them in another way there is a path and no line.
 */
export function placeInOptions({ file, text }: ScriptFile, path: Path): Place {
  const where = { file, path: ['options', ...path.map(String)].join('.') };
  let offset = text.search(/\boptions\b/);
  for (const key of path.filter((part) => typeof part === 'string')) {
    const pattern = new RegExp(`(?<![\\w$])(["']?)${escaped(key)}\\1\\s*[:,}]`, 'g');
    pattern.lastIndex = Math.max(0, offset);
    const match = pattern.exec(text) ?? (offset >= 0 ? new RegExp(pattern.source).exec(text) : null);
    if (match === null) return where;
    offset = match.index;
  }
  return { ...where, ...lineAndColumn(text, offset) };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** What a schema found in the options, as problems of the script. */
export function optionProblems(
  issues: readonly z.core.$ZodIssue[],
  script: ScriptFile,
  { prefix, knownKeys }: { readonly prefix: Path; readonly knownKeys: readonly string[] },
): Problem[] {
  return issues.slice(0, scriptLimits.problemCount).flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = issue.path.length === 0 ? knownKeys : [];
      return issue.keys.map((key) => unknownKey([...path, key], key, known, script));
    }
    return [{ ...wordsOf(issue), where: placeInOptions(script, path) }];
  });
}

function unknownKey(path: Path, key: string, known: readonly string[], script: ScriptFile): Problem {
  return {
    code: 'unknown-key',
    where: placeInOptions(script, path),
    what: `unknown key "${key}"`,
    why: 'k6 refuses it too: an unknown key would be ignored silently.',
    fix: suggestion(key, known) || 'remove it.',
  };
}

/** Messages of our own have three lines: what, why, fix. */
function wordsOf({ message, path, code }: z.core.$ZodIssue): Omit<Problem, 'where'> {
  const [what, why, fix] = message.split('\n');
  if (fix !== undefined) return { code: 'bad-value', what, why, fix };
  const name = path.length === 0 ? 'options' : String(path.at(-1));
  return {
    code: code === 'invalid_type' ? 'wrong-type' : 'bad-value',
    what: `\`${name}\` has the wrong form: ${message}`,
    why: 'k6 refuses it, too.',
    fix: 'see the options reference of k6.',
  };
}
