import { type MetricName } from '../metrics.js';
import type { ScrapedSample, SeriesService } from './seriesSource.js';
import type { Labels } from './vector.js';
/** One series of a scrape, without its name. */
interface SeriesPoint {
    readonly labels: Labels;
    readonly value: number;
}
/** A metric of Prometheus' world, and what of ours it is. */
export interface SeriesDefinition {
    readonly names: readonly string[];
    readonly type: 'counter' | 'gauge' | 'histogram';
    readonly summary: string;
    /** The telemetry that brings it: its scrape, delay, loss and staleness hold. */
    readonly metric: MetricName;
    /** Labels beside `service`. */
    readonly labels: readonly string[];
    /** Whether it comes from counters, which are kept for an hour. */
    readonly needsSnapshot: boolean;
    /** By the name that was asked, which may end in `_bucket`, `_sum` or `_count`. */
    read(sample: ScrapedSample, service: SeriesService, name: string): SeriesPoint[];
}
/** All that PromQL can read here. */
export declare const seriesTable: readonly SeriesDefinition[];
export declare function seriesNamed(name: string): SeriesDefinition | undefined;
export declare const seriesNames: readonly string[];
export {};
