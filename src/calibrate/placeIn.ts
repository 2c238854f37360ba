import type { Place } from '../base/problem.js';

/** The place of a position in the text of a file; the file alone where there is none. */
export function placeIn(file: string, text: string, position: number): Place {
  if (position < 0) return { file };
  const before = text.slice(0, position).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
