import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome, ServiceCounts } from '../cloud/api/apiBackend.js';
import type { PolicyHost } from '../policy/policy.js';
import type { MetricName } from '../telemetry/metrics.js';
/** The provider behind a recording: it shows what was recorded, takes every decision and never fails. */
export declare class RecordedBackend implements ApiBackend {
    #private;
    constructor(host: PolicyHost);
    get serviceNames(): readonly string[];
    get startSeconds(): number;
    get latencySeconds(): number;
    nowSeconds(): number;
    counts(service: string): ServiceCounts;
    launchCount(service: string): number;
    /** As they are: a recording of fleets does not go back. */
    instances(service: string): readonly ListedInstance[];
    read(): undefined;
    scale(service: string, { desired, reason }: ScaleChange): ScaleOutcome;
    metric(service: string, name: MetricName): number | undefined | 'failed';
}
