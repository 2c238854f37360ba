import type { Measure } from '../measure.js';
/** What it costs. */
export declare const costMeasures: readonly Measure[];
