import type { RecordedPoint, Recording } from '../../../results/recording.js';
import type { LatencyFacts } from '../latencyFacts.js';
/** One scenario of a load test, or one class of its requests (k6's `name`). */
export interface LoadTestPart {
    readonly name: string;
    /** Null in a summary that has no count of it. */
    readonly requestCount: number | null;
    /** Of all requests, 0..1. */
    readonly share: number | null;
    /** Null where the results do not tell failures apart. */
    readonly failedShare: number | null;
    readonly latency: LatencyFacts;
}
/**
 * How much load the service took until latency rose or requests failed.
 *
 * `reached`: the knee lies between `lowPerSecond`, the highest rate that went well, and `highPerSecond`, the lowest at which it began
 * to go wrong. `not-reached`: all went well up to `highestPerSecond`. `unknown`: the results cannot tell, because of `why`.
 */
export type Knee = {
    readonly status: 'reached';
    readonly lowPerSecond: number;
    readonly highPerSecond: number;
    /** What went wrong from there on: `p50 48 ms -> 210 ms`. */
    readonly why: string;
    /** Rates above went well at other times: then the fleet changed, or what went wrong was not the load. */
    readonly isContradicted: boolean;
} | {
    readonly status: 'not-reached';
    readonly highestPerSecond: number;
} | {
    readonly status: 'unknown';
    readonly why: string;
};
/** Results of a load test. */
export interface LoadTestEvidence {
    readonly kind: 'load-test';
    readonly file: string;
    readonly summary: string;
    readonly tool: 'k6';
    readonly form: 'summary-export' | 'handle-summary' | 'machine-readable-summary' | 'ndjson' | 'csv';
    /** Null where the results do not tell. */
    readonly durationSeconds: number | null;
    readonly requestCount: number;
    /** On average. */
    readonly ratePerSecond: number | null;
    readonly latency: LatencyFacts;
    readonly failedShare: number | null;
    /** Iterations that k6 could not start, for want of a virtual user: load that never was. */
    readonly droppedIterationCount: number;
    readonly maxVUs: number | null;
    /** Virtual users at work, on the clock of `recording`; empty where the results are only sums. */
    readonly activeVUs: readonly RecordedPoint[];
    /** Thresholds of the script that failed: `http_req_duration p(95)<300`. */
    readonly failedThresholds: readonly string[];
    /** By time, as `LogEvidence` has it; no series where the results are only sums. */
    readonly recording: Recording;
    readonly scenarios: readonly LoadTestPart[];
    readonly classes: readonly LoadTestPart[];
    readonly knee: Knee;
}
/** A load test as it is written: traffic that may be replayed. */
export interface LoadScriptEvidence {
    readonly kind: 'load-script';
    readonly file: string;
    readonly summary: string;
    /** `traffic` of a scenario, source by source. */
    readonly traffic: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** Request class of each source. */
    readonly classes: Readonly<Record<string, string>>;
    /** Metric -> expressions, as a scenario has them. */
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
    readonly durationSeconds: number;
    /** What of the script was read in another way than it is written, or not at all. */
    readonly notes: readonly string[];
}
