import { type MetricName } from './metrics.js';
import type { TelemetrySettings } from './settings.js';
/** When metrics are collected, what they cover, and how long they are shown; seconds. */
interface FeedTiming {
    readonly scrapeSeconds: number;
    readonly windowSeconds: number;
    readonly delaySeconds: number;
    /** How long a value is still shown when the next one is overdue. */
    readonly staleAfterSeconds: number;
}
/** One way by which a consumer gets metrics: metrics-server, a Prometheus query, CloudWatch. */
export interface MetricFeed {
    /** Its key among the feeds of one policy. */
    readonly name: string;
    readonly metrics: readonly MetricName[];
    readonly timing: FeedTiming;
    /** Whether an instance has values only once it has been running for a whole window. */
    readonly needsWholeWindow: boolean;
    /** Whose timing that is, to end the sentence "as it comes from ...". */
    readonly from: string;
}
/** For policies without a platform, and for what a platform does not say. Five minutes are Prometheus' look-back. */
export declare const defaultTiming: FeedTiming;
export declare const defaultFeed: MetricFeed;
/** Metrics of one feed that come the same way in one scenario. */
export interface FeedPath extends FeedTiming {
    readonly metrics: readonly MetricName[];
    readonly lossRatio: number;
    readonly needsWholeWindow: boolean;
    /** Keys that the scenario says, and so takes from the platform. */
    readonly givenKeys: readonly TimingKey[];
}
type TimingKey = 'scrape' | 'window' | 'delay' | 'staleAfter';
/** A feed in a scenario: key by key, what the scenario says of a metric, or of all, goes before the feed's own timing. */
export declare function pathsOf({ metrics, timing, needsWholeWindow }: MetricFeed, settings: TelemetrySettings): FeedPath[];
/** Offset of a path's scrapes: the replication's one draw, as a share of its scrape, unless the scenario fixes it. */
export declare function phaseSecondsOf({ scrapeSeconds }: Pick<FeedTiming, 'scrapeSeconds'>, { phase }: Pick<TelemetrySettings, 'phase'>, uniform: number): number;
/** How long after its scrape a value is still shown; at exactly that age it is. */
export declare function shownSeconds({ scrapeSeconds, delaySeconds, staleAfterSeconds }: FeedTiming): number;
export {};
