import type { BacktestResult } from '../../results/backtestResult.js';
/** Both curves of every measure, laid over each other: one file, without a script or a second file. */
export declare function backtestPage(source: BacktestResult, { version }: {
    readonly version: string;
}): string;
