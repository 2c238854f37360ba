import type { Measure } from '../measure.js';
/** Time averages of what is inside, and how busy the fleet is. */
export declare const loadMeasures: readonly Measure[];
