import type { Knee } from './loadTestEvidence.js';
/** A knee in a few words: `knee at 120..130 requests/s (p50 40 ms -> 95 ms)`. */
export declare function kneeText(knee: Knee): string;
