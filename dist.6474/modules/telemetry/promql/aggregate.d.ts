import type { Grouping } from './expression.js';
import { type Labels, type VectorEntry } from './vector.js';
/** The labels of a series that count; under the names that were asked for. */
export declare function groupLabels(labels: Labels, { isOnly, labels: names }: Grouping): Labels;
/** `sum`, `avg` and their like: one value a group. */
export declare function aggregate(name: string, entries: readonly VectorEntry[], grouping: Grouping | undefined): VectorEntry[];
export declare function aggregateQuantile(probability: number, entries: readonly VectorEntry[], grouping: Grouping | undefined): VectorEntry[];
/** The `count` largest (or smallest) of each group, with all their labels, in that order. */
export declare function pick({ count, isLargest }: {
    readonly count: number;
    readonly isLargest: boolean;
}, entries: readonly VectorEntry[], grouping: Grouping | undefined): VectorEntry[];
