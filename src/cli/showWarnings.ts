import { type Place, type Problem, problemLines } from '../base/problem.js';
import type { Output } from './output.js';

/** More lines than this hide what was asked for. */
const mostLines = 6;
const mostPlaces = 3;

/**
 * Says what the user should know and need not mend, after the results: once, a line each; whole with --verbose.
 *
 * The same about several places is one line.
 */
export function showWarnings(
  warnings: readonly Problem[],
  { output, verbose }: { readonly output: Output; readonly verbose: boolean },
): void {
  const groups = groupsOf(warnings);
  for (const problem of groups.flat()) output.listener?.warning(problem);
  if (groups.length === 0) return;
  if (verbose) {
    for (const problem of groups.flat()) output.note(problemLines(problem, 'warning'));
    return;
  }
  for (const group of groups.slice(0, mostLines)) output.note(lineOf(group));
  const more = groups.length - mostLines;
  const rest = more <= 0 ? '' : `${more} more ${more === 1 ? 'warning' : 'warnings'}, `;
  output.note(`  ${rest}why and what to do: --verbose`);
}

function lineOf(group: readonly Problem[]): string {
  const [{ what, code }] = group;
  const where = placesOf(group.map((one) => one.where)).map((part) => `${part}  `);
  return `warning: ${where.join('')}${what}  [${code}]`;
}

/** Where to look, and the key that it is about: one that they share stands after the places, others with each. */
function placesOf(places: readonly Place[]): string[] {
  const paths = new Set(places.map(({ path = '' }) => path));
  const [shared] = paths.size === 1 ? paths : [''];
  const each = places.map(({ file, line, column, path = '' }) => {
    const position = [file, line, column].filter((part) => part !== undefined).join(':');
    return [position, path === shared ? '' : path].filter((part) => part !== '').join(' ');
  });
  const named = [...new Set(each)].filter((place) => place !== '');
  const more = named.length > mostPlaces ? ` and ${named.length - mostPlaces} more` : '';
  return [`${named.slice(0, mostPlaces).join(', ')}${more}`, shared].filter((part) => part !== '');
}

/** By what they say, in their order; said twice of one place is said once. */
function groupsOf(warnings: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Map<string, Problem>>();
  for (const problem of warnings) {
    const key = JSON.stringify([problem.code, problem.what]);
    const group = groups.get(key) ?? new Map<string, Problem>();
    const place = JSON.stringify(problem.where);
    if (!group.has(place)) group.set(place, problem);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

/** One that stands for itself, whole. */
export function showWarning(problem: Problem, output: Output): void {
  output.listener?.warning(problem);
  output.note(problemLines(problem, 'warning'));
}
