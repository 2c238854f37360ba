import { type JudgedMeasure } from './judgedMeasure.js';
/** When the count first rises, both on the recorder's grid; simulated is the median of the runs. */
export declare const firstScaleUp: JudgedMeasure;
