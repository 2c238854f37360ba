import type { Selector } from '../../../telemetry/promql/expression.js';
/** What the text of a query tells of its answer. */
export interface QueryFacts {
    readonly selectors: readonly Selector[];
    /** The window of the rates in it; undefined where it has none, or several. */
    readonly windowSeconds: number | undefined;
    readonly isRate: boolean;
    /** Of histogram_quantile: 0..1. */
    readonly quantile: number | undefined;
    readonly isQuotient: boolean;
    /** An average over pods or a division by their number. */
    readonly isAverage: boolean;
    /** The rate of what is a rate already, by its name or a subquery: where that stands. */
    readonly rateOfRate: string | undefined;
}
/** Facts of a PromQL text; undefined where it is none, or only a name. */
export declare function queryFacts(text: string): QueryFacts | undefined;
