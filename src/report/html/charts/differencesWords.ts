import { thinSpace } from '../../format.js';
import type { DifferencesData } from './differences.js';

/** Longer titles would break into two lines beside the chart next to it. */
const titleMax = 44;

/** How many of the differences from the reference the runs show; neutral with one run, which shows none. */
export function differencesTitle({ groups, reference }: DifferencesData): string {
  const rows = groups.flatMap((group) => group.rows).filter(({ low, high }) => low !== null && high !== null);
  if (rows.length === 0) return `Against ${reference}`;
  const real = rows.filter(({ low, high }) => (low ?? 0) > 1 || (high ?? 2) < 1).length;
  const count = real === rows.length ? 'All' : `${real} of ${rows.length}`;
  const title = `${count} differences from ${reference} are real`;
  return title.length <= titleMax ? title : `${count} differences are real`;
}

/** The grey line that says how to read the chart. */
export function differencesHow({ groups, reference }: DifferencesData): string {
  const hasIntervals = groups.some(({ rows }) => rows.some(({ low }) => low !== null));
  return hasIntervals
    ? `Paired on the same random numbers, ratio to ${reference} with 95${thinSpace}% interval. A bar that crosses “same” shows no difference.`
    : `One run each on the same random numbers, ratio to ${reference}; no intervals.`;
}
