import type { Histogram } from '../stats/histogram.js';
import type { SampleGroup } from './runResult.js';
type Counts = SampleGroup['counts'];
/** What a threshold may name besides the measures: k6's metrics, computed from the samples of the runs. */
export type SampleMetric = {
    readonly kind: 'trend';
    /** Its samples are all of these. */
    readonly samples: readonly ('completedLatency' | 'failedLatency' | 'queueWait')[];
    /** Requests that were not answered well belong to it, infinitely late. */
    readonly countsUnanswered: boolean;
} | {
    readonly kind: 'rate';
    part(counts: Counts): number;
    whole(counts: Counts): number;
} | {
    readonly kind: 'counter';
    count(counts: Counts): number;
};
/** k6's metrics and the two of ours that have samples. */
export declare const sampleMetrics: Readonly<Record<string, SampleMetric>>;
/** Tags that narrow a metric of samples, with the property of a group that they name. */
export declare const sampleTags: {
    readonly source: 'source';
    readonly service: 'service';
    readonly class: 'requestClass';
};
/** Aggregations that a metric allows; undefined when there is no such metric. Counters of samples are also scalar measures. */
export declare function aggregationsFor(metric: string): readonly string[] | undefined;
/** Every name a threshold may use, for messages. */
export declare function thresholdMetricNames(): string[];
/** One run's samples of a trend, with how many requests were not answered well. */
export interface TrendSamples {
    readonly histogram: Histogram;
    readonly unansweredCount: number;
}
export {};
