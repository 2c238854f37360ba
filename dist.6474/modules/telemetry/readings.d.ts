import type { Histogram } from '../stats/histogram.js';
import { type CounterSnapshot } from './counterSnapshot.js';
import type { MetricName } from './metrics.js';
/** What telemetry must know of a service to turn counters into metrics. */
export interface MeteredService {
    readonly vcpus: number;
    readonly cpuRequest: number | undefined;
    readonly memoryBytes: number | undefined;
    readonly baseMemoryBytes: number;
    /** Ready and draining instances. */
    serving(): readonly number[];
    /** Requests in the central queue. */
    centralQueueLength(): number;
    /** Instances desired. */
    desired(): number;
}
export type Readings = Partial<Record<MetricName, number>>;
export interface Window {
    readonly now: CounterSnapshot;
    /** The snapshot at the begin of the window; undefined when the run is younger than the window. */
    readonly base: CounterSnapshot | undefined;
}
interface ReadingRules {
    readonly needsWholeWindow: boolean;
}
/**
 * One instance's share of the metrics.
 *
 * A starting instance answers nothing yet: its cpu and memory can be measured, its requests cannot. Where
 * `needsWholeWindow`, nothing is known of an instance that was not running at the begin of the window.
 */
export declare function readInstance(service: MeteredService, instance: number, window: Window, { needsWholeWindow }: ReadingRules): Readings;
/** The metrics of a whole service: counts are sums, utilizations means, over ready and draining instances. */
export declare function readService(index: number, service: MeteredService, window: Window, { latencies, ...rules }: ReadingRules & {
    readonly latencies: Histogram;
}): Readings;
export {};
