import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome, ServiceCounts } from '../cloud/api/apiBackend.js';
import type { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import type { Cloud, ScalingDecision } from '../cloud/cloud.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import type { DecisionEntry } from '../record/decisionLog.js';
import type { MetricName } from '../telemetry/metrics.js';
import type { HostedService } from './hostedService.js';
interface CloudBackendOptions {
    readonly services: readonly HostedService[];
    readonly table: InstanceTable;
    readonly cloud: Cloud;
    readonly stopped: StoppedInstances;
    readonly startSeconds: number;
    nowSeconds(): number;
    /** Carries out a decision, and records it. */
    scale(service: HostedService, decision: ScalingDecision): DecisionEntry;
    metric(service: string, name: MetricName): number | undefined | 'failed';
}
/** The running simulation as the provider's API shows it. */
export declare class CloudBackend implements ApiBackend {
    #private;
    readonly serviceNames: readonly string[];
    constructor(options: CloudBackendOptions);
    get startSeconds(): number;
    get latencySeconds(): number;
    nowSeconds(): number;
    counts(service: string): ServiceCounts;
    launchCount(service: string): number;
    instances(service: string, agoSeconds: number): ListedInstance[];
    read(): 'throttled' | 'failed' | undefined;
    scale(service: string, change: ScaleChange): ScaleOutcome;
    metric(service: string, name: MetricName): number | undefined | 'failed';
}
export {};
