import { type MetricName, metricNames, metrics } from '../../telemetry/metrics.js';

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
export const STANDARD_SECONDS = 60;

const cpuOfVcpus: Kind = {
  sources: ['cpu_utilization'],
  periodSeconds: STANDARD_SECONDS,
  factor: 100,
  isPerInstance: false,
  isOfGroup: true,
  unit: ' %',
  ceiling: 100,
};

/** ECS measures against what the task reserves, which may be exceeded; without a reservation against the vCPUs. */
const cpuOfReservation: Kind = {
  ...cpuOfVcpus,
  sources: ['cpu_utilization_of_request', 'cpu_utilization'],
  ceiling: undefined,
};

const memory: Kind = { ...cpuOfVcpus, sources: ['memory_utilization'] };

const requestsPerTarget: Kind = {
  sources: ['request_rate'],
  periodSeconds: STANDARD_SECONDS,
  factor: 60,
  isPerInstance: true,
  isOfGroup: false,
  unit: ' requests a minute and instance',
  ceiling: undefined,
};

const requests: Kind = { ...requestsPerTarget, isPerInstance: false, unit: ' requests a minute' };

const network: Kind = {
  sources: ['network_bytes_per_second'],
  periodSeconds: STANDARD_SECONDS,
  factor: 60,
  isPerInstance: true,
  isOfGroup: true,
  unit: ' bytes a minute and instance',
  ceiling: undefined,
  note: 'in and out are not told apart here: both are the bytes of requests and answers together',
};

const healthyHosts: Kind = {
  ...requests,
  sources: ['healthy_instances'],
  factor: 1,
  unit: ' healthy hosts',
};

/** Of ECS services that publish them every 20 s (`monitoring.metricConfigurations` of the service). */
const highResolution = { periodSeconds: 20 } as const;

/** A metric of a service that has no instances of ours: a share of what is provisioned. */
const share: Kind = { ...cpuOfVcpus, sources: [], isOfGroup: false };
const perUnit = (unit: string): Kind => ({ ...share, factor: 1, unit, ceiling: undefined });

/**
 * PredefinedMetricType.
 *
 * Source: PredefinedMetricSpecification of both API references, Amazon EC2 Auto Scaling (2011-01-01) and Application Auto
 * Scaling (2016-02-06); the ECS metrics of high resolution in the Amazon ECS Developer Guide, "Faster auto scaling with
 * high-resolution metrics" (2026).
 */
export const predefinedMetrics = {
  ec2: {
    ASGAverageCPUUtilization: cpuOfVcpus,
    ASGAverageNetworkIn: network,
    ASGAverageNetworkOut: network,
    ALBRequestCountPerTarget: requestsPerTarget,
  },
  application: {
    ECSServiceAverageCPUUtilization: cpuOfReservation,
    ECSServiceAverageMemoryUtilization: memory,
    ALBRequestCountPerTarget: requestsPerTarget,
    EC2SpotFleetRequestAverageCPUUtilization: cpuOfVcpus,
    EC2SpotFleetRequestAverageNetworkIn: network,
    EC2SpotFleetRequestAverageNetworkOut: network,
    ECSServiceAverageCPUUtilizationHighResolution: { ...cpuOfReservation, ...highResolution },
    ECSServiceAverageMemoryUtilizationHighResolution: { ...memory, ...highResolution },
    DynamoDBReadCapacityUtilization: share,
    DynamoDBWriteCapacityUtilization: share,
    CassandraReadCapacityUtilization: share,
    CassandraWriteCapacityUtilization: share,
    LambdaProvisionedConcurrencyUtilization: { ...share, factor: 1, unit: '', ceiling: 1 },
    SageMakerVariantProvisionedConcurrencyUtilization: { ...share, factor: 1, unit: '', ceiling: 1 },
    SageMakerVariantInvocationsPerInstance: perUnit(' invocations a minute and instance'),
    SageMakerInferenceComponentInvocationsPerCopy: perUnit(' invocations a minute and copy'),
    SageMakerVariantConcurrentRequestsPerModelHighResolution: { ...perUnit(' concurrent requests'), periodSeconds: 10 },
    SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution: {
      ...perUnit(' concurrent requests'),
      periodSeconds: 10,
    },
    RDSReaderAverageCPUUtilization: share,
    RDSReaderAverageDatabaseConnections: perUnit(' connections'),
    NeptuneReaderAverageCPUUtilization: share,
    ElastiCacheEngineCPUUtilization: share,
    ElastiCachePrimaryEngineCPUUtilization: share,
    ElastiCacheReplicaEngineCPUUtilization: share,
    ElastiCacheDatabaseMemoryUsagePercentage: share,
    ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage: share,
    ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage: share,
    AppStreamAverageCapacityUtilization: share,
    ComprehendInferenceUtilization: share,
    KafkaBrokerStorageUtilization: share,
    WorkSpacesAverageUserSessionsCapacityUtilization: share,
  },
} as const satisfies Record<'ec2' | 'application', Record<string, Kind>>;

/** MetricName of alarms and customized metrics that mean something here without `--metric`. */
const wellKnown = {
  CPUUtilization: { ec2: cpuOfVcpus, application: cpuOfReservation },
  MemoryUtilization: { ec2: memory, application: memory },
  mem_used_percent: { ec2: memory, application: memory },
  NetworkIn: { ec2: network, application: network },
  NetworkOut: { ec2: network, application: network },
  RequestCountPerTarget: { ec2: requestsPerTarget, application: requestsPerTarget },
  RequestCount: { ec2: requests, application: requests },
  HealthyHostCount: { ec2: healthyHosts, application: healthyHosts },
} as const satisfies Record<string, Record<'ec2' | 'application', Kind>>;

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
export function findNamedMetric(query: NamedMetricQuery): CloudWatchMetric | undefined {
  const { name, kind, extendedStatistic } = query;
  const given = Object.hasOwn(query.metricNames, name) ? query.metricNames[name] : undefined;
  const ours = metricNames.find((metric) => metric === (given ?? name));
  if (ours !== undefined) return ownMetric(name, ours);
  if (given !== undefined) return undefined;
  if (name === 'TargetResponseTime') {
    const latency = metricNames.find((metric) => metric === `latency_${extendedStatistic}_seconds`);
    return latency && ownMetric(name, latency);
  }
  const known = Object.entries(wellKnown).find(([key]) => key === name)?.[1][kind];
  return known && { label: name, names: [name], ...known };
}

/** A metric of which nobody has said what it is here: it can be explained, and not run. */
export function unknownMetric(label: string, also: Partial<CloudWatchMetric> = {}): CloudWatchMetric {
  const known = {
    sources: [],
    periodSeconds: STANDARD_SECONDS,
    factor: 1,
    isPerInstance: false,
    isOfGroup: false,
    unit: '',
    ceiling: undefined,
  };
  return { label, names: [label], ...known, ...also };
}

/** A metric of ours under the manifest's name, in our unit: ratios stay 0..1. */
function ownMetric(label: string, ours: MetricName): CloudWatchMetric {
  const { unit, fold } = metrics[ours];
  const isRatio = unit.startsWith('ratio');
  return {
    label,
    names: [label],
    sources: [ours],
    periodSeconds: STANDARD_SECONDS,
    factor: 1,
    isPerInstance: false,
    isOfGroup: fold === 'mean' && ours !== 'error_rate',
    unit: isRatio ? '' : ` ${unit}`,
    ceiling: isRatio && ours !== 'cpu_utilization_of_request' ? 1 : undefined,
  };
}
