const requests = 'nginx_ingress_controller_requests';
const duration = 'nginx_ingress_controller_request_duration_seconds';
const quantiles = [0.5, 0.9, 0.95, 0.99];
/**
 * The series in the words of those who write them: ingress-nginx (docs, "Prometheus metrics"), cAdvisor (docs, "Monitoring cAdvisor with Prometheus")
 * and kube-state-metrics (docs, "Deployment metrics").
 */
export const clusterSeries = [
    {
        name: 'request-rate',
        metric: (interval) => `ingress:${requests}:rate${interval}`,
        label: 'ingress',
        of: ({ timeline: { rate } }) => (steps) => meanOf(rate, steps),
    },
    {
        name: 'cpu',
        metric: (interval) => `workload:container_cpu_usage_seconds_total:rate${interval}`,
        label: 'workload',
        of({ timeline: { cpu, ready }, vcpus }) {
            if (vcpus === undefined)
                return undefined;
            const cores = cpu.map((ratio, step) => (ratio ?? 0) * ready[step] * vcpus);
            return (steps) => meanOf(cores, steps);
        },
    },
    gauge('replicas', 'kube_deployment_status_replicas', ({ ready, starting }, step) => ready[step] + starting[step]),
    gauge('ready-replicas', 'kube_deployment_status_replicas_ready', ({ ready }, step) => ready[step]),
    gauge('desired-replicas', 'kube_deployment_spec_replicas', ({ desired }, step) => desired[step]),
    ...quantiles.map(latency),
    {
        name: 'error-share',
        metric: (interval) => `ingress:${requests}_5xx:ratio_rate${interval}`,
        label: 'ingress',
        of({ timeline: { outcomes, rate } }) {
            if (outcomes === undefined)
                return (steps) => (meanOf(rate, steps) === 0 ? undefined : 0);
            const { ended, failed, rejected, timed_out, aborted } = outcomes;
            const bad = [failed, rejected, timed_out, aborted].filter((counts) => counts !== undefined);
            return (steps) => {
                const total = sumOf(ended, steps);
                return total === 0 ? undefined : bad.reduce((sum, counts) => sum + sumOf(counts, steps), 0) / total;
            };
        },
    },
];
function gauge(name, metric, at) {
    return {
        name,
        metric: () => metric,
        label: 'deployment',
        of: ({ timeline }) => ({ to }) => at(timeline, to - 1),
    };
}
/** A quantile over several steps is the mean of theirs, weighted by the requests of each. */
function latency(quantile) {
    const short = `p${Math.round(quantile * 100)}`;
    return {
        name: `latency-${short}`,
        metric: (interval) => `ingress:${duration}:${short}_rate${interval}`,
        label: 'ingress',
        of({ timeline: { p95_ms, objective_ms, rate }, slo }) {
            const curve = quantile === 0.95 ? p95_ms : quantile === slo?.objective ? objective_ms : undefined;
            if (curve === undefined)
                return undefined;
            return ({ from, to }) => {
                let [sum, weight] = [0, 0];
                for (let step = from; step < to; step++) {
                    const value = curve[step];
                    if (value === null)
                        continue;
                    sum += (rate[step] * value) / 1000;
                    weight += rate[step];
                }
                return weight === 0 ? undefined : sum / weight;
            };
        },
    };
}
function meanOf(curve, { from, to }) {
    return sumOf(curve, { from, to }) / (to - from);
}
function sumOf(curve, { from, to }) {
    let sum = 0;
    for (let step = from; step < to; step++)
        sum += curve[step];
    return sum;
}
