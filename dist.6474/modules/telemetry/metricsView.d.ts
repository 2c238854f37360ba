import { type FeedPath } from './feed.js';
import type { MetricName } from './metrics.js';
import type { Pipeline } from './pipeline.js';
import type { SampleTrack } from './promql/seriesSource.js';
import { type MeteredService, type Readings } from './readings.js';
/** A path of a feed, and the pipeline that brings it. */
export interface ViewedPath extends FeedPath {
    readonly pipeline: Pipeline;
}
interface ViewContext {
    readonly services: readonly MeteredService[];
    isDown(): boolean;
    nowSeconds(): number;
}
/** An instant of the run and whether the server answered at it: a view can be asked about it later on. */
export interface Moment {
    readonly seconds: number;
    /** A failure, where an answer without a value is an empty series. */
    readonly hasFailed: boolean;
}
/** One use of an instance's row. */
export interface InstanceUse {
    readonly instance: number;
    readonly serial: number;
}
/** Metrics by name with the age of the oldest of them and the longest span that one covers. */
type AgedReadings = Readings & {
    age_seconds?: number;
    window_seconds?: number;
};
/**
 * What one consumer sees: of each metric the newest value that has arrived and is not stale, and nothing while the server
 * does not answer.
 *
 * ```
 *   scrape ...... visible ................................. stale
 *     |   delay     |   ... until scrape + delay + staleAfter  |   after the scrape; at the boundary it is still there
 * ```
 */
export declare class MetricsView {
    #private;
    constructor(context: ViewContext, paths: readonly ViewedPath[]);
    now(): Moment;
    readings(service: number, moment: Moment): AgedReadings;
    /** One instance's newest metrics. */
    instanceReadings(service: number, { instance, serial }: InstanceUse, moment: Moment): AgedReadings;
    /** Whether what `instanceReadings` needs is still kept for a moment that has passed. */
    keepsInstances({ seconds, hasFailed }: Moment): boolean;
    /**
     * [time, value] pairs of a metric, by scrape time, oldest first; empty for a metric that has none.
     *
     * A query of a span: it gives what was collected within it even where the newest value of all is stale by now.
     */
    history(service: number, name: string, { spanSeconds, moment }: HistoryQuery): [number, number][];
    /** How long the newest value of a metric is shown without another. */
    lookbackSeconds(metric: MetricName): number;
    /** The path of a metric: its samples since an instant that can be seen now, oldest first. */
    track(metric: MetricName, sinceSeconds: number): SampleTrack;
}
interface HistoryQuery {
    readonly spanSeconds: number;
    readonly moment: Moment;
}
export {};
