import { type GrammarNode } from '../../telemetry/promql/grammar.js';
/** How many series a part of a query leaves, as far as its text says it. */
interface SeriesLeft {
    /** Labels in which its series may differ: none leave one series; 'unknown': nothing is known of them. */
    readonly free: ReadonlySet<string> | 'unknown';
    /** Whether the one series it leaves has labels at all. */
    readonly hasLabels: boolean;
    /** Why there may be more than one. */
    readonly because: SeriesCause | undefined;
}
/**
 * A metric as it is (with equality matchers or without any), a rate of one, a recording rule, groups that an aggregation keeps,
 * the first k, two sides of an `or` whose labels differ.
 */
export type SeriesCause = 'metric' | 'matched metric' | 'rate' | 'recording rule' | 'groups' | 'first k' | 'or';
/**
 * Walks down to the part that decides how many series there are.
 *
 * An aggregation leaves the labels of its `by`, except those that a matcher `=` holds at one value. A binary operator without
 * group_left matches one to one, so one series on either side leaves one.
 *
 * Source: prometheus.io, Querying: operators and functions.
 */
export declare function seriesLeft(node: GrammarNode, query: string): SeriesLeft;
export declare function isOneSeries({ free }: SeriesLeft): boolean;
/** They need two points of a counter or a gauge, and so read a metric as it is scraped. */
export declare const rateFunctions: readonly string[];
export {};
