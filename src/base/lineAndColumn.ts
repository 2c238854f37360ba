import type { Place } from './problem.js';

/** Where a position of a text stands, both from 1; nothing for a position below 0, as of a search without a find. */
export function lineAndColumn(text: string, position: number): Pick<Place, 'line' | 'column'> {
  if (position < 0) return {};
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
