import type { RequestTimeline } from '../requestTimeline.js';
import type { QuietLatency } from './logEvidence.js';
/** Latencies of the intervals with the fewest requests; null where no interval is fit for it. */
export declare function quietLatency(timeline: RequestTimeline): QuietLatency | null;
