import { type Measure } from '../measure.js';
/** A quantile is shown only where at least this many samples lie above it: of fewer one more or less moves it far. */
export declare const leastSamplesAbove = 10;
/** Response times, with and without the requests that got no answer, and the waiting in it. */
export declare const latencyMeasures: readonly Measure[];
