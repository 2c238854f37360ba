import type { Series } from './readMatrix.js';
/** A row of a trace: from this instant to the next row, so many requests a second. */
interface RateRow {
    readonly seconds: number;
    readonly ratePerSecond: number;
}
/** A series as rates, with what was met on the way. */
export interface Rates {
    readonly rows: readonly RateRow[];
    readonly isCounter: boolean;
    /** Times a counter began again from zero. */
    readonly resetCount: number;
    /** Samples without a number: stale, or a division by nothing. */
    readonly emptyCount: number;
    /** Values below zero, which no rate of requests has; none where it is 0. */
    readonly negativeCount: number;
}
/**
 * Rates of a series: its values as they are, or the differences of a counter.
 *
 * A counter that falls has begun again from zero, as rate() takes it; its increase since is the value itself.
 */
export declare function toRates({ name, samples }: Series): Rates;
export {};
