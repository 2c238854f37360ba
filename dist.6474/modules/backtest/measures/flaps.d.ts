import { type JudgedMeasure } from './judgedMeasure.js';
/** Scaling reversals, by one definition for both, on the recorder's grid; shown, not judged. */
export declare const flaps: JudgedMeasure;
