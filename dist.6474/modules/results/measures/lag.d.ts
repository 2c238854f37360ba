import type { Measure } from '../measure.js';
/** Where the time between a rise in need and enough instances goes. */
export declare const lagMeasures: readonly Measure[];
