import * as phase from '../../fleet/phase.js';
import { latencyBounds } from '../latencyTotals.js';
import { type MetricName, metricNames, metrics } from '../metrics.js';
import { modelSeries } from './modelSeries.js';
import { define, histogram, perInstance, type SeriesDefinition } from './seriesDefinition.js';

const requestNames = [
  'http_requests_total',
  'requests_total',
  'http_request_total',
  'nginx_http_requests_total',
  'nginx_ingress_controller_requests',
  'envoy_cluster_upstream_rq_total',
  'envoy_cluster_upstream_rq',
  'traefik_service_requests_total',
  'haproxy_backend_http_requests_total',
  'haproxy_backend_http_responses_total',
  'istio_requests_total',
  'apisix_http_status',
  'kong_http_requests_total',
];
const histogramNames = [
  'http_request_duration_seconds',
  'request_duration_seconds',
  'http_server_requests_seconds',
  'http_server_request_duration_seconds',
  'nginx_ingress_controller_request_duration_seconds',
  'traefik_service_request_duration_seconds',
];
const millisecondNames = [
  'http_request_duration_milliseconds',
  'istio_request_duration_milliseconds',
  'envoy_cluster_upstream_rq_time',
  'apisix_http_latency',
  'kong_request_latency_ms',
];
const otherNames: Partial<Record<MetricName, readonly string[]>> = {
  in_flight: ['http_requests_in_flight', 'http_server_active_requests', 'envoy_cluster_upstream_rq_active'],
  queue_depth: ['http_requests_queued', 'envoy_cluster_upstream_rq_pending_active', 'haproxy_backend_current_queue'],
  healthy_instances: ['envoy_cluster_membership_healthy', 'haproxy_backend_active_servers'],
  ejected: ['envoy_cluster_outlier_detection_ejections_active'],
};

const counters: readonly SeriesDefinition[] = [
  define({
    names: requestNames,
    type: 'counter',
    summary: 'answers of the gateway by code: 200, and 500 for errors',
    metric: 'request_rate',
    labels: ['code'],
    fromSnapshot: (snapshot, { name, index }) => [
      { labels: { service: name, job: name, code: '200' }, value: snapshot.answers[index] - snapshot.errors[index] },
      { labels: { service: name, job: name, code: '500' }, value: snapshot.errors[index] },
    ],
  }),
  define({
    names: ['http_errors_total', 'errors_total', 'http_request_errors_total', 'http_requests_failed_total'],
    type: 'counter',
    summary: 'answers that are errors',
    metric: 'error_rate',
    fromSnapshot: (snapshot, { name, index }) => [
      { labels: { service: name, job: name }, value: snapshot.errors[index] },
    ],
  }),
  latency(histogramNames, 1),
  latency(millisecondNames, 1000),
];

function latency(names: readonly string[], perSecond: number): SeriesDefinition {
  return histogram(names, {
    summary: `latency of what the gateway answered, ${perSecond === 1 ? 'seconds' : 'milliseconds'}`,
    metric: 'latency_p95_seconds',
    bounds: latencyBounds,
    perSecond,
    totalsOf: ({ latencyTotals }, { index }) => latencyTotals[index],
  });
}

const ofInstances: readonly SeriesDefinition[] = [
  define({
    names: ['container_cpu_usage_seconds_total', 'process_cpu_seconds_total'],
    type: 'counter',
    summary: 'CPU time that an instance has used',
    metric: 'cpu_utilization',
    labels: ['pod'],
    fromSnapshot: (snapshot, service) =>
      perInstance(snapshot, service, (instance) => [{ value: snapshot.busyVcpuSeconds[instance] }]),
  }),
  define({
    names: ['node_cpu_seconds_total'],
    type: 'counter',
    summary: 'CPU time of an instance by core and mode, idle or user',
    metric: 'cpu_utilization',
    labels: ['pod', 'cpu', 'mode'],
    fromSnapshot: (snapshot, service) =>
      perInstance(snapshot, service, (instance, { vcpus }) => {
        const cores = Math.max(1, Math.round(vcpus));
        const busy = snapshot.busyVcpuSeconds[instance];
        const idle = (snapshot.seconds - snapshot.launchedSeconds[instance]) * vcpus - busy;
        return Array.from({ length: cores }, (_, cpu) => [
          { extra: { cpu: String(cpu), mode: 'idle' }, value: idle / cores },
          { extra: { cpu: String(cpu), mode: 'user' }, value: busy / cores },
        ]).flat();
      }),
  }),
  define({
    names: ['container_memory_working_set_bytes', 'container_memory_usage_bytes', 'process_resident_memory_bytes'],
    type: 'gauge',
    summary: 'memory of an instance; none where the scenario gives it no `memory`',
    metric: 'memory_utilization',
    labels: ['pod'],
    fromSnapshot: (snapshot, service) =>
      perInstance(snapshot, service, (instance, { memoryBytes, baseMemoryBytes }) => [
        { value: memoryBytes === undefined ? undefined : baseMemoryBytes + snapshot.memoryBytes[instance] },
      ]),
  }),
  define({
    names: ['kube_pod_container_resource_limits', 'kube_pod_container_resource_requests'],
    type: 'gauge',
    summary: 'size of an instance by resource, cpu or memory; its request where that is asked',
    metric: 'cpu_utilization',
    labels: ['pod', 'resource', 'unit'],
    fromSnapshot: (snapshot, service, name) =>
      perInstance(snapshot, service, (_, { vcpus, cpuRequest, memoryBytes }) => {
        const cpu = name.endsWith('requests') ? cpuRequest : vcpus;
        const memory = name.endsWith('requests') ? undefined : memoryBytes;
        return [
          { extra: { resource: 'cpu', unit: 'core' }, value: cpu },
          { extra: { resource: 'memory', unit: 'byte' }, value: memory },
        ];
      }),
  }),
  define({
    names: ['machine_cpu_cores'],
    type: 'gauge',
    summary: 'vCPUs of an instance',
    metric: 'cpu_utilization',
    labels: ['pod'],
    fromSnapshot: (snapshot, service) => perInstance(snapshot, service, (_, { vcpus }) => [{ value: vcpus }]),
  }),
  define({
    names: ['up'],
    type: 'gauge',
    summary: '1 for each instance that is ready or draining',
    metric: 'in_flight',
    labels: ['pod'],
    fromSnapshot: (snapshot, service) =>
      perInstance(snapshot, service, (instance) => [
        { value: snapshot.phase[instance] === phase.starting ? undefined : 1 },
      ]),
  }),
];

const ofFleet: readonly SeriesDefinition[] = [
  define({
    names: ['kube_deployment_spec_replicas'],
    type: 'gauge',
    summary: 'instances desired',
    metric: 'in_flight',
    fromSnapshot: (snapshot, { name, index }) => [
      { labels: { service: name, deployment: name }, value: snapshot.desired[index] },
    ],
  }),
  define({
    names: [
      'kube_deployment_status_replicas',
      'kube_deployment_status_replicas_available',
      'kube_deployment_status_replicas_ready',
    ],
    type: 'gauge',
    summary: 'instances starting and ready, or only the ready ones',
    metric: 'in_flight',
    fromSnapshot: (snapshot, { name, index }, asked) => {
      const counted: number[] =
        asked === 'kube_deployment_status_replicas' ? [phase.starting, phase.ready] : [phase.ready];
      const value = snapshot.phase.reduce(
        (sum, one, instance) => sum + (snapshot.service[instance] === index && counted.includes(one) ? 1 : 0),
        0,
      );
      return [{ labels: { service: name, deployment: name }, value }];
    },
  }),
];

/** A policy's own metrics, by their names and those that others have for them. */
const ownMetrics: readonly SeriesDefinition[] = metricNames.map((metric) => ({
  names: [metric, ...(otherNames[metric] ?? [])],
  type: 'gauge',
  summary: metrics[metric].unit,
  metric,
  labels: [],
  needsSnapshot: false,
  read({ readings }, { name, index }) {
    const value = readings[index]?.[metric];
    return value === undefined ? [] : [{ labels: { service: name }, value }];
  },
}));

/** All that PromQL can read here. */
export const seriesTable: readonly SeriesDefinition[] = [
  ...ownMetrics,
  ...counters,
  ...ofInstances,
  ...ofFleet,
  ...modelSeries,
];

const byName = new Map(
  seriesTable.flatMap((definition) => definition.names.map((name) => [name, definition] as const)),
);

export function seriesNamed(name: string): SeriesDefinition | undefined {
  return byName.get(name);
}

export const seriesNames: readonly string[] = [...byName.keys()];
