import { type MetricName } from '../../telemetry/metrics.js';
/** A CloudWatch metric as the simulation can show it: value = factor x ours, per ready instance where that is its sense. */
export interface CloudWatchMetric {
    /** As the manifest calls it. */
    readonly label: string;
    /** Names of it that `--metric` takes; the first is the one to type. */
    readonly names: readonly string[];
    /** Of metric math. */
    readonly expression?: string;
    /** Ours, the first that an observation has; none while nobody has said what it is here. */
    readonly sources: readonly MetricName[];
    /** Why it has none, where a name alone does not say it. */
    readonly unknownBecause?: string;
    /** How often CloudWatch has a datapoint of it. */
    readonly periodSeconds: number;
    readonly factor: number;
    /** Divided by the ready instances: the service's sum becomes one instance's share. */
    readonly isPerInstance: boolean;
    /** Aggregated over the instances of the group, so that one that still warms is left out. */
    readonly isOfGroup: boolean;
    /** For sentences: "%" or " requests a minute and instance". */
    readonly unit: string;
    /** Highest value it can show; undefined when it has none. */
    readonly ceiling: number | undefined;
    /** Where it is not quite what CloudWatch measures. */
    readonly note?: string;
}
type Kind = Omit<CloudWatchMetric, 'label' | 'names'>;
/** CloudWatch's standard resolution. */
export declare const STANDARD_SECONDS = 60;
/**
 * PredefinedMetricType.
 *
 * Source: PredefinedMetricSpecification of both API references, Amazon EC2 Auto Scaling (2011-01-01) and Application Auto
 * Scaling (2016-02-06); the ECS metrics of high resolution in the Amazon ECS Developer Guide, "Faster auto scaling with
 * high-resolution metrics" (2026).
 */
export declare const predefinedMetrics: {
    readonly ec2: {
        readonly ASGAverageCPUUtilization: Kind;
        readonly ASGAverageNetworkIn: Kind;
        readonly ASGAverageNetworkOut: Kind;
        readonly ALBRequestCountPerTarget: Kind;
    };
    readonly application: {
        readonly ECSServiceAverageCPUUtilization: Kind;
        readonly ECSServiceAverageMemoryUtilization: Kind;
        readonly ALBRequestCountPerTarget: Kind;
        readonly EC2SpotFleetRequestAverageCPUUtilization: Kind;
        readonly EC2SpotFleetRequestAverageNetworkIn: Kind;
        readonly EC2SpotFleetRequestAverageNetworkOut: Kind;
        readonly ECSServiceAverageCPUUtilizationHighResolution: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly factor: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly unit: string;
            readonly ceiling: number | undefined;
            readonly note?: string;
            readonly periodSeconds: 20;
        };
        readonly ECSServiceAverageMemoryUtilizationHighResolution: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly factor: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly unit: string;
            readonly ceiling: number | undefined;
            readonly note?: string;
            readonly periodSeconds: 20;
        };
        readonly DynamoDBReadCapacityUtilization: Kind;
        readonly DynamoDBWriteCapacityUtilization: Kind;
        readonly CassandraReadCapacityUtilization: Kind;
        readonly CassandraWriteCapacityUtilization: Kind;
        readonly LambdaProvisionedConcurrencyUtilization: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly periodSeconds: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly note?: string;
            readonly factor: 1;
            readonly unit: '';
            readonly ceiling: 1;
        };
        readonly SageMakerVariantProvisionedConcurrencyUtilization: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly periodSeconds: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly note?: string;
            readonly factor: 1;
            readonly unit: '';
            readonly ceiling: 1;
        };
        readonly SageMakerVariantInvocationsPerInstance: Kind;
        readonly SageMakerInferenceComponentInvocationsPerCopy: Kind;
        readonly SageMakerVariantConcurrentRequestsPerModelHighResolution: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly factor: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly unit: string;
            readonly ceiling: number | undefined;
            readonly note?: string;
            readonly periodSeconds: 10;
        };
        readonly SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution: {
            readonly expression?: string;
            readonly sources: readonly MetricName[];
            readonly unknownBecause?: string;
            readonly factor: number;
            readonly isPerInstance: boolean;
            readonly isOfGroup: boolean;
            readonly unit: string;
            readonly ceiling: number | undefined;
            readonly note?: string;
            readonly periodSeconds: 10;
        };
        readonly RDSReaderAverageCPUUtilization: Kind;
        readonly RDSReaderAverageDatabaseConnections: Kind;
        readonly NeptuneReaderAverageCPUUtilization: Kind;
        readonly ElastiCacheEngineCPUUtilization: Kind;
        readonly ElastiCachePrimaryEngineCPUUtilization: Kind;
        readonly ElastiCacheReplicaEngineCPUUtilization: Kind;
        readonly ElastiCacheDatabaseMemoryUsagePercentage: Kind;
        readonly ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage: Kind;
        readonly ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage: Kind;
        readonly AppStreamAverageCapacityUtilization: Kind;
        readonly ComprehendInferenceUtilization: Kind;
        readonly KafkaBrokerStorageUtilization: Kind;
        readonly WorkSpacesAverageUserSessionsCapacityUtilization: Kind;
    };
};
interface NamedMetricQuery {
    /** MetricName of the alarm or customized metric. */
    readonly name: string;
    readonly kind: 'ec2' | 'application';
    /** `--metric NAME=METRIC`. */
    readonly metricNames: Readonly<Record<string, string>>;
    /** p50, p95 or p99 of an alarm on TargetResponseTime. */
    readonly extendedStatistic: string | undefined;
}
/** What a metric is here that the manifest gives by name; undefined when nobody has said. */
export declare function findNamedMetric(query: NamedMetricQuery): CloudWatchMetric | undefined;
/** A metric of which nobody has said what it is here: it can be explained, and not run. */
export declare function unknownMetric(label: string, also?: Partial<CloudWatchMetric>): CloudWatchMetric;
export {};
