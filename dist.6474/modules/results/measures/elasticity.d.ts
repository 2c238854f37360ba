import type { Measure } from '../measure.js';
/** How well supply followed demand: exact integrals of needed(t) and ready(t) over the span. */
export declare const elasticityMeasures: readonly Measure[];
