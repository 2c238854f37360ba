import type { Measure } from '../measure.js';
/** How many requests there were and how each ended. */
export declare const requestMeasures: readonly Measure[];
