import type { Grouping } from './expression.js';
import { quantileOf, statistics } from './functions/statistics.js';
import { labelOf } from './labelMatching.js';
import { keyOf, type Labels, type VectorEntry, withoutName } from './vector.js';

interface Group {
  readonly labels: Labels;
  readonly entries: VectorEntry[];
}

/** Series by the labels that `by` keeps or `without` leaves. */
function groupsOf(entries: readonly VectorEntry[], grouping: Grouping | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const labels = groupLabels(entry.labels, grouping ?? { isOnly: true, labels: [] });
    const key = keyOf(labels);
    const group = groups.get(key) ?? { labels, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The labels of a series that count; under the names that were asked for. */
export function groupLabels(labels: Labels, { isOnly, labels: names }: Grouping): Labels {
  if (isOnly) {
    return Object.fromEntries(names.map((name) => [name, labelOf(labels, name)]).filter(([, value]) => value !== ''));
  }
  return Object.fromEntries(Object.entries(withoutName(labels)).filter(([name]) => !names.includes(name)));
}

/** `sum`, `avg` and their like: one value a group. */
export function aggregate(
  name: string,
  entries: readonly VectorEntry[],
  grouping: Grouping | undefined,
): VectorEntry[] {
  return groupsOf(entries, grouping).map((group) => ({
    labels: group.labels,
    value: statistics[name](group.entries.map(({ value }) => value)),
  }));
}

export function aggregateQuantile(
  probability: number,
  entries: readonly VectorEntry[],
  grouping: Grouping | undefined,
): VectorEntry[] {
  return groupsOf(entries, grouping).map((group) => ({
    labels: group.labels,
    value: quantileOf(
      probability,
      group.entries.map(({ value }) => value),
    ),
  }));
}

/** The `count` largest (or smallest) of each group, with all their labels, in that order. */
export function pick(
  { count, isLargest }: { readonly count: number; readonly isLargest: boolean },
  entries: readonly VectorEntry[],
  grouping: Grouping | undefined,
): VectorEntry[] {
  return groupsOf(entries, grouping).flatMap((group) =>
    [...group.entries].sort((a, b) => (isLargest ? b.value - a.value : a.value - b.value)).slice(0, Math.max(0, count)),
  );
}
