import type { MetricName } from '../../telemetry/metrics.js';
/** Instances of a service by phase, and what it may have. */
export interface ServiceCounts {
    readonly desired: number;
    /** Accepted and not launched, those that failed to launch among them. */
    readonly pending: number;
    readonly starting: number;
    readonly ready: number;
    readonly draining: number;
    readonly min: number;
    readonly max: number;
}
type InstanceState = 'starting' | 'ready' | 'draining';
/** One instance as a listing shows it; seconds of the run. */
export interface ListedInstance {
    /** Of its service, from 0. */
    readonly launchNumber: number;
    /** From 0. */
    readonly zone: number;
    readonly state: InstanceState;
    readonly launchedSeconds: number;
    readonly readySeconds: number | undefined;
}
/** A change that a request asks for. */
export interface ScaleChange {
    readonly desired: number;
    /** For the log: which request asked. */
    readonly reason: string;
    /** The instance that goes, by its launch number; `desired` may stay as it is, then another takes its place. */
    readonly instance?: number;
    /** Outside of min..max nothing is done at all; else the count is cut to them. */
    readonly isStrict?: boolean;
}
export interface ScaleOutcome {
    readonly result: 'accepted' | 'clamped' | 'throttled' | 'refused' | 'failed';
    /** In force before and after. */
    readonly before: number;
    readonly desired: number;
    /** What stood in the way: `cloud.quota`, `cloud.capacity`, `scaling.max`. */
    readonly by: string | undefined;
}
/** The simulated cloud as its HTTP API reads and changes it. */
export interface ApiBackend {
    readonly serviceNames: readonly string[];
    /** Date and time of second 0, since 1970. */
    readonly startSeconds: number;
    /** From a request until the cloud acts on it. */
    readonly latencySeconds: number;
    nowSeconds(): number;
    counts(service: string): ServiceCounts;
    /** Instances launched so far: the launch number of the next one. */
    launchCount(service: string): number;
    /** The instances as they were so long ago, in launch order. */
    instances(service: string, agoSeconds: number): readonly ListedInstance[];
    /** A request that changes nothing: it counts against the rate limit and fails as all do. */
    read(): 'throttled' | 'failed' | undefined;
    scale(service: string, change: ScaleChange): ScaleOutcome;
    /** What telemetry shows; undefined without data, `failed` while the metrics server does not answer. */
    metric(service: string, name: MetricName): number | undefined | 'failed';
}
export {};
