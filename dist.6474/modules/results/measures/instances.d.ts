import type { Measure } from '../measure.js';
/** How many instances there were. */
export declare const instanceMeasures: readonly Measure[];
