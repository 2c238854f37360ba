import { Latencies } from '../latencies.js';
import { RequestTimeline } from '../requestTimeline.js';
import type { K6Sample } from './k6Samples.js';
import type { KneeInterval } from './knee.js';
import type { LoadTestPart } from './loadTestEvidence.js';
/** What is kept of a test's values, in bounded memory. */
export declare class SampleTotals {
    #private;
    readonly timeline: RequestTimeline;
    maxVUs: number;
    firstSeconds: number;
    lastSeconds: number;
    /** @returns whether the test still has a length that can be */
    add(sample: K6Sample): boolean;
    get droppedCount(): number;
    /** Null where no request says whether it failed. */
    get failedShare(): number | null;
    parts(of: 'scenarios' | 'classes'): LoadTestPart[];
    /** Virtual users by second, from `startUnixSeconds` on. */
    activeVUs(startUnixSeconds: number): [number, number][];
    /** Makes intervals as long as a judgement needs. */
    settle(): void;
    kneeIntervals(): KneeInterval[];
}
/** Of at least one. */
export declare function factsOf(latencies: Latencies): import("../latencyFacts.js").LatencyFacts;
