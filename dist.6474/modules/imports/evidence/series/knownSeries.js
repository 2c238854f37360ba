const counter = { kind: 'counter', scale: 1 };
const plain = { kind: 'plain', scale: 1 };
const percent = { kind: 'plain', scale: 0.01 };
const perStep = { kind: 'per-step', scale: 1 };
const app = ['deployment', 'app', 'app_kubernetes_io_name', 'service', 'service_name', 'exported_service', 'job'];
const byPod = ['deployment', 'workload', 'pod', 'pod_name', 'k8s_pod_name'];
const rows = [
    // Requests, from the edge inwards. Sources: the documentation of each exporter.
    [/^nginx_ingress_controller_requests$/, 'request-rate', counter, 0, ['exported_service', 'service', 'ingress']],
    [/^traefik_service_requests_total$/, 'request-rate', counter, 0, ['exported_service', 'service']],
    [/^traefik_(entrypoint|router)_requests_total$/, 'request-rate', counter, 1, ['entrypoint', 'router']],
    [/^haproxy_(backend|frontend)_http_requests_total$/, 'request-rate', counter, 0, ['proxy', 'backend', 'frontend']],
    [/^kong_http_requests_total$/, 'request-rate', counter, 0, ['service']],
    [/^apisix_http_status$/, 'request-rate', counter, 0, ['service', 'route']],
    [/^nginx_http_requests_total$/, 'request-rate', counter, 1, app],
    [/^envoy_cluster_(external_)?upstream_rq_total$/, 'request-rate', counter, 1, ['envoy_cluster_name']],
    [/^envoy_http_downstream_rq_total$/, 'request-rate', counter, 1, ['envoy_http_conn_manager_prefix']],
    [/^envoy_cluster_(external_)?upstream_rq$/, 'request-rate', counter, 2, ['envoy_cluster_name']],
    [/^envoy_(cluster_(external_)?upstream|http_downstream)_rq_xx$/, 'request-rate', counter, 2, ['envoy_cluster_name']],
    [/^envoy_cluster_(external_)?upstream_rq_5xx$/, 'error-rate', counter, 1, ['envoy_cluster_name']],
    [/^istio_requests_total$/, 'request-rate', counter, 2, ['destination_workload', 'destination_service_name']],
    [/^(request|response)_total$/, 'request-rate', counter, 2, ['deployment', 'dst_deployment']],
    [/^http_(server_)?requests?_(received_)?total$/, 'request-rate', counter, 3, app],
    [/^grpc_server_handled_total$/, 'request-rate', counter, 3, app],
    [/^http_server_requests_seconds_count$/, 'request-rate', counter, 3, app],
    [/^http_(server_)?request_duration_(seconds|milliseconds|ms)_count$/, 'request-rate', counter, 4, app],
    [
        /^(?!promhttp|prometheus|apiserver|kubelet|rest_client|coredns|etcd|alertmanager|grafana|otelcol).*(?<!client_|dns_|grpc_)(?:^|_)requests?_total$/,
        'request-rate',
        counter,
        5,
        app,
    ],
    // CPU.
    [/^container_cpu_usage_seconds_total$/, 'cpu', counter, 0, byPod],
    [/^(node_namespace_pod_container:)?container_cpu_usage_seconds_total:sum_i?rate\w*$/, 'cpu', plain, 1, byPod],
    [/^(k8s|container|pod)_(pod_)?cpu_usage(_cores)?$/, 'cpu', plain, 1, byPod],
    [/^process_cpu_seconds_total$/, 'cpu', counter, 2, app],
    [/^container_cpu_cfs_throttled_periods_total$/, 'throttled-periods', counter, 0, byPod],
    [/^container_cpu_cfs_periods_total$/, 'cfs-periods', counter, 0, byPod],
    [/^CPUUtilization$/, 'utilization', percent, 0, []],
    [/^container_memory_working_set_bytes$/, 'memory', plain, 0, byPod],
    [/^container_memory_(rss|usage_bytes)$/, 'memory', plain, 1, byPod],
    [/^process_resident_memory_bytes$/, 'memory', plain, 2, app],
    // Replicas. Source: kube-state-metrics, docs/metrics; metrics of Auto Scaling groups and of ECS Container Insights.
    [
        /^kube_(deployment|statefulset|replicaset)_status_replicas$/,
        'replicas',
        plain,
        0,
        ['deployment', 'statefulset', 'replicaset'],
    ],
    [
        /^kube_(horizontalpodautoscaler|hpa)_status_current_replicas$/,
        'replicas',
        plain,
        1,
        ['horizontalpodautoscaler', 'hpa'],
    ],
    [
        /^kube_(deployment|statefulset|replicaset)_status_(replicas_ready|ready_replicas)$/,
        'ready-replicas',
        plain,
        0,
        ['deployment', 'statefulset', 'replicaset'],
    ],
    [
        /^kube_(deployment|statefulset)_status_replicas_available$/,
        'ready-replicas',
        plain,
        1,
        ['deployment', 'statefulset'],
    ],
    [
        /^kube_(horizontalpodautoscaler|hpa)_status_desired_replicas$/,
        'desired-replicas',
        plain,
        0,
        ['horizontalpodautoscaler', 'hpa'],
    ],
    [
        /^kube_deployment_spec_replicas$|^kube_statefulset_replicas$/,
        'desired-replicas',
        plain,
        1,
        ['deployment', 'statefulset'],
    ],
    [/^GroupTotalInstances$|^RunningTaskCount$/, 'replicas', plain, 0, []],
    [/^GroupInServiceInstances$|^HealthyHostCount$/, 'ready-replicas', plain, 0, []],
    [/^GroupDesiredCapacity$|^DesiredTaskCount$/, 'desired-replicas', plain, 0, []],
    // Latency and load as CloudWatch has them (seconds; "CloudWatch metrics for your Application Load Balancer").
    [/^RequestCount$/, 'request-rate', perStep, 0, []],
    [/^RequestCountPerTarget$/, 'request-rate-per-pod', perStep, 0, []],
    [/^HTTPCode_(Target|ELB)_5XX_Count$|^HTTPCode_Backend_5XX$/, 'error-rate', perStep, 0, []],
    [/^TargetResponseTime$/, 'latency-mean', plain, 0, []],
    [/^ApproximateNumberOfMessagesVisible$/, 'queue', plain, 0, []],
    // Durations: the sum beside the count.
    [/^http_(server_)?requests?_(duration_)?seconds_sum$/, 'latency-sum', counter, 3, app],
    [/^http_(server_)?request_duration_(milliseconds|ms)_sum$/, 'latency-sum', { kind: 'counter', scale: 0.001 }, 3, app],
    [
        /^http_(server_active_requests|requests_in_flight|requests_inprogress)$|^in_flight_requests$/,
        'in-flight',
        plain,
        0,
        app,
    ],
];
/** Names of metrics, as their exporters document them. */
export const knownSeries = rows.map(([name, part, form, rank, owner]) => ({
    name,
    part,
    form,
    rank,
    owner,
}));
/** Labels that hold the status of the answer. */
export const statusLabels = [
    'status',
    'code',
    'status_code',
    'response_code',
    'http_status_code',
    'http_response_status_code',
    'envoy_response_code',
    'envoy_response_code_class',
    'exported_code',
    'grpc_code',
    'classification',
];
/** 5xx, and what gRPC and Linkerd call failures of the server. */
export const serverError = /^5(\d\d|xx)?$|^(Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss)$|^failure$/i;
