import type { BacktestCurve, BacktestMeasure, BacktestRow } from '../../results/backtestResult.js';
import type { Observed } from '../observed.js';
/** One measure that a backtest compares. */
export interface JudgedMeasure {
    readonly measure: BacktestMeasure;
    judge(observed: Observed): Omit<BacktestRow, 'measure'>;
    /** The largest error that is believable, in the error's unit; left out where one event says too little to fit by. */
    limitOf?(row: Pick<BacktestRow, 'real'>): number;
    /** Both over time; undefined where nothing was recorded. */
    curve?(observed: Observed): Omit<BacktestCurve, 'measure'> | undefined;
}
/** Of a measure that the recording does not have. */
export declare const notRecorded: {
    readonly real: null;
    readonly simulated: null;
    readonly error: null;
    readonly ok: null;
    readonly why: 'not recorded';
};
export declare function meanOf(values: readonly number[]): number;
/** Three digits, as a sentence has room for. */
export declare function short(value: number): string;
