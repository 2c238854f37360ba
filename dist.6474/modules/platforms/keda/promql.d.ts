import { type Level } from './promqlLevel.js';
import { type SeriesCause } from './promqlSeries.js';
/** What can be said of a PromQL query without running it. */
export interface QueryFacts {
    /** The character, from 1, from which it is not PromQL; the other facts are then those of what can be read. */
    readonly errorAt: number | undefined;
    /** Why it may have more than one result, on which KEDA fails; undefined: it has one. */
    readonly several: SeriesCause | undefined;
    /** Labels that an aggregation keeps and no matcher holds at one value. */
    readonly keptLabels: readonly string[];
    /** The shortest window of a `rate` and its like, seconds. */
    readonly rateWindowSeconds: number | undefined;
    /** One event keeps its value above 0 for so long, seconds; undefined: that cannot be said. */
    readonly eventSeconds: number | undefined;
    /** It says how large, not how much. */
    readonly level: Level | undefined;
}
/** Reads a query by Prometheus' own grammar. */
export declare function queryFacts(query: string): QueryFacts;
/** The names of the metrics that a query reads, each once. */
export declare function selectorNames(query: string): string[];
