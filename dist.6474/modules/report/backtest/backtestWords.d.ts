import { type BacktestResult, type BacktestRow, type FittedNumber } from '../../results/backtestResult.js';
/** A row in words. */
export interface RowWords {
    readonly measure: string;
    readonly real: string;
    readonly simulated: string;
    readonly error: string;
    /** `yes`, `no`, or `-` where nothing is judged. */
    readonly believable: 'yes' | 'no' | '-';
    readonly why: string;
}
/** `start` of the recording's clock, as reports have it. */
export declare function startOf({ startUnixSeconds }: Pick<BacktestResult, 'startUnixSeconds'>): string | undefined;
export declare function rowWords(row: BacktestRow, start: string | undefined): RowWords;
export declare function measureRule(measure: string): {
    readonly words: 'replicas';
    readonly unit: 'pods';
    readonly errorUnit: 'pods';
} | {
    readonly words: 'first scale-up';
    readonly unit: 's';
    readonly errorUnit: 's';
} | {
    readonly words: 'CPU';
    readonly unit: 'cores';
    readonly errorUnit: 'ratio';
} | {
    readonly words: 'latency p50';
    readonly unit: 'ms';
    readonly errorUnit: 'ratio';
} | {
    readonly words: 'latency p95';
    readonly unit: 'ms';
    readonly errorUnit: 'ratio';
} | {
    readonly words: '5xx';
    readonly unit: 'share';
    readonly errorUnit: 'share';
} | {
    readonly words: 'flaps';
    readonly unit: 'count';
    readonly errorUnit: 'count';
} | {
    words: string;
    unit: 'count';
    errorUnit: 'count';
};
/** The answer in one sentence, which only claims what was judged. */
export declare function answerText({ believable, backtest, reasons }: BacktestResult): string;
/** Which part of which time. */
export declare function stretchText({ stretch }: BacktestResult, start: string | undefined): string;
/** What was fitted, from what to what. */
export declare function fittedText({ path, before, after, low, high, isAtEnd }: FittedNumber): string;
/** Whose traffic was sent. */
export declare function trafficWords({ traffic }: BacktestResult): string;
