import type { Missing } from '../measure.js';
/** Why measures against the demand curve have no value. */
export declare const noNeed: Missing;
