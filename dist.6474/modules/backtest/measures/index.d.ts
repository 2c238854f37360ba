import type { JudgedMeasure } from './judgedMeasure.js';
/** Every measure that a backtest compares, in the order of its views. */
export declare const judgedMeasures: readonly JudgedMeasure[];
