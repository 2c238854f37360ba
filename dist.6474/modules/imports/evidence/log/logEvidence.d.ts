import type { Recording } from '../../../results/recording.js';
import type { LatencyFacts } from '../latencyFacts.js';
/** Requests of one method and first segment of the path. */
export interface LogClass {
    /** `GET /cart`; `other` for those beyond the most frequent. */
    readonly name: string;
    readonly count: number;
    /** Of all requests, 0..1; the shares add up to 1. */
    readonly share: number;
    /** Arrival to answer; null where the log has no durations. */
    readonly meanLatencySeconds: number | null;
    /** In the servers behind. */
    readonly meanUpstreamSeconds: number | null;
    readonly meanResponseBytes: number | null;
}
/** Latencies of the quietest intervals, where hardly any request waits for another. */
export interface QuietLatency {
    readonly intervalCount: number;
    /** The busiest of these intervals, requests a second. */
    readonly ratePerSecond: number;
    readonly latency: LatencyFacts;
    /** In the servers behind; null where the log has none. */
    readonly upstream: LatencyFacts | null;
}
/** An access log. */
export interface LogEvidence {
    readonly kind: 'log';
    readonly file: string;
    readonly summary: string;
    /** As `import log --format` names it. */
    readonly format: string;
    /** Where every line went: the five parts add up to `all`. */
    readonly lines: {
        readonly all: number;
        readonly counted: number;
        readonly probes: number;
        readonly staticFiles: number;
        readonly notUnderstood: number;
        /** In a first or last interval that the log covers in part. */
        readonly partial: number;
    };
    /** How many arrivals are stamps, how many stamps of the answer less the duration, and how many nobody knows. */
    readonly stamps: Readonly<Record<'arrival' | 'subtracted' | 'unknown', number>>;
    /** Of the series in `recording`. */
    readonly intervalSeconds: number;
    /** Arrivals as `request-rate`, answers of 5xx as `error-share`, `latency-*` where the log has durations. */
    readonly recording: Recording;
    /** The most frequent first. */
    readonly classes: readonly LogClass[];
    /** Null where the log has no durations. */
    readonly latency: LatencyFacts | null;
    readonly upstream: LatencyFacts | null;
    readonly quiet: QuietLatency | null;
    /** Null where the log has no sizes. */
    readonly responseBytes: {
        readonly mean: number;
        readonly p50: number;
        readonly p95: number;
    } | null;
    /** Different addresses; null where the log has none. At most 200,000 are told apart. */
    readonly clientCount: number | null;
}
