import { quantileOf, statistics } from './functions/statistics.js';
import { labelOf } from './labelMatching.js';
import { keyOf, withoutName } from './vector.js';
/** Series by the labels that `by` keeps or `without` leaves. */
function groupsOf(entries, grouping) {
    const groups = new Map();
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
export function groupLabels(labels, { isOnly, labels: names }) {
    if (isOnly) {
        return Object.fromEntries(names.map((name) => [name, labelOf(labels, name)]).filter(([, value]) => value !== ''));
    }
    return Object.fromEntries(Object.entries(withoutName(labels)).filter(([name]) => !names.includes(name)));
}
/** `sum`, `avg` and their like: one value a group. */
export function aggregate(name, entries, grouping) {
    return groupsOf(entries, grouping).map((group) => ({
        labels: group.labels,
        value: statistics[name](group.entries.map(({ value }) => value)),
    }));
}
export function aggregateQuantile(probability, entries, grouping) {
    return groupsOf(entries, grouping).map((group) => ({
        labels: group.labels,
        value: quantileOf(probability, group.entries.map(({ value }) => value)),
    }));
}
/** The `count` largest (or smallest) of each group, with all their labels, in that order. */
export function pick({ count, isLargest }, entries, grouping) {
    return groupsOf(entries, grouping).flatMap((group) => [...group.entries].sort((a, b) => (isLargest ? b.value - a.value : a.value - b.value)).slice(0, Math.max(0, count)));
}
