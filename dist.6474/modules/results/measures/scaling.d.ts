import type { Measure } from '../measure.js';
/** What the policy did: actions, flapping, waste. */
export declare const scalingMeasures: readonly Measure[];
