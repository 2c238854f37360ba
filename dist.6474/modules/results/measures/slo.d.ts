import type { Measure } from '../measure.js';
/** How well the objective was kept. */
export declare const sloMeasures: readonly Measure[];
