import type { Limit } from '../limit.js';
/** Arrivals expected in one run. */
export declare const requests: Limit;
