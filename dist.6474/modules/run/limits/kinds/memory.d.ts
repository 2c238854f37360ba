import type { Limit } from '../limit.js';
/** What a run holds from its begin: instances, users, histograms, windows of metrics and of the SLO. */
export declare const memory: Limit;
