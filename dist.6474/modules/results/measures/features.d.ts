import type { Measure } from '../measure.js';
/** Counts of what a gateway may do beside passing requests on; only of scenarios that ask for it. */
export declare const featureMeasures: readonly Measure[];
