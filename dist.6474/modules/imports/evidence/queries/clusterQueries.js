import { formatDuration } from '../../../base/duration.js';
const requestMetrics = [
    {
        count: 'nginx_ingress_controller_requests',
        duration: 'nginx_ingress_controller_request_duration_seconds',
        status: ['status'],
        selector: ({ workload }) => `ingress=~"${workload}(-.*)?"`,
    },
    {
        count: 'istio_requests_total',
        duration: 'istio_request_duration_milliseconds',
        isMilliseconds: true,
        status: ['response_code'],
        selector: ({ namespace, workload }) => `reporter="destination",destination_workload_namespace="${namespace}",destination_workload="${workload}"`,
    },
    {
        count: 'http_server_requests_seconds_count',
        duration: 'http_server_requests_seconds',
        status: ['status'],
        selector: podSelector,
    },
    {
        count: 'http_requests_total',
        duration: 'http_request_duration_seconds',
        status: ['code', 'status'],
        selector: podSelector,
    },
];
/**
 * What a scenario is derived from, as PromQL: at most nine queries, for one workload.
 *
 * Where several exporters may tell the same, the first that answers counts (`or on ()`), and the label `metric` says which it was.
 *
 * @param windowSeconds of the rates
 */
export function clusterQueries(target, windowSeconds) {
    const window = formatDuration(windowSeconds);
    const { namespace, workload, kind } = target;
    const containers = `${podSelector(target)},container!="",container!="POD"`;
    const sum = (metric) => `sum(rate(${metric}{${containers}}[${window}]))`;
    const isSet = kind === 'StatefulSet';
    const state = (set, deployment) => isSet
        ? `${set}{namespace="${namespace}",statefulset="${workload}"}`
        : `${deployment}{namespace="${namespace}",deployment="${workload}"}`;
    const wished = state('kube_statefulset_replicas', 'kube_deployment_spec_replicas');
    const hpa = target.hpa === undefined
        ? undefined
        : `kube_horizontalpodautoscaler_status_desired_replicas{namespace="${namespace}",horizontalpodautoscaler="${target.hpa}"}`;
    return [
        {
            role: 'request-rate',
            purpose: 'the traffic, and by its status what failed',
            query: firstOf(requestMetrics.map((metric) => countOf(metric, target, window))),
        },
        {
            role: 'cpu',
            purpose: 'CPU of all pods: with the traffic, what a request costs',
            query: sum('container_cpu_usage_seconds_total'),
        },
        {
            role: 'replicas',
            purpose: 'pods that exist: what a backtest is laid beside',
            query: state('kube_statefulset_status_replicas', 'kube_deployment_status_replicas'),
        },
        {
            role: 'ready-replicas',
            purpose: 'pods that take requests',
            query: state('kube_statefulset_status_replicas_ready', 'kube_deployment_status_replicas_ready'),
        },
        {
            role: 'desired-replicas',
            purpose: 'what the autoscaler asked for',
            query: hpa === undefined ? wished : `${hpa} or on () ${wished}`,
        },
        {
            role: 'latency-p50',
            purpose: 'at low load it is CPU and waiting of one request',
            query: firstOf(requestMetrics.map((metric) => quantileOf(0.5, metric, target, window))),
        },
        {
            role: 'latency-p95',
            purpose: 'what users felt',
            query: firstOf(requestMetrics.map((metric) => quantileOf(0.95, metric, target, window))),
        },
        {
            role: 'throttled-share',
            purpose: 'when CPU limits held the pods back: traffic is then a lower bound',
            query: `${sum('container_cpu_cfs_throttled_periods_total')} / ${sum('container_cpu_cfs_periods_total')}`,
        },
        { role: 'memory', purpose: 'memory of all pods', query: `sum(container_memory_working_set_bytes{${containers}})` },
    ];
}
/** Pods of a Deployment have two generated parts in their name, those of a StatefulSet a number. */
function podSelector({ namespace, workload, kind }) {
    const generated = kind === 'StatefulSet' ? '[0-9]+' : '[a-z0-9]+-[a-z0-9]+';
    return `namespace="${namespace}",pod=~"${workload}-${generated}"`;
}
function countOf(metric, target, window) {
    const rate = `sum by (${metric.status.join(', ')}) (rate(${metric.count}{${metric.selector(target)}}[${window}]))`;
    return `label_replace(${rate}, "metric", "${metric.count}", "", "")`;
}
function quantileOf(quantile, metric, target, window) {
    const buckets = `sum by (le) (rate(${metric.duration}_bucket{${metric.selector(target)}}[${window}]))`;
    const found = `histogram_quantile(${quantile}, ${buckets})`;
    return metric.isMilliseconds === true ? `${found} / 1000` : found;
}
function firstOf(queries) {
    return queries.join(' or on () ');
}
