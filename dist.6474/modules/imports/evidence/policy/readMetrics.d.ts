import type { PolicyUse } from './policyEvidence.js';
/** Metrics that a policy's text names, of those that there are. */
export declare function readMetrics(text: string): PolicyUse[];
