/**
 * What a recorded series can show of a service: every role that is known, with the unit of its values.
 *
 * Readers bring values to these units; nothing else names the roles.
 */
export const seriesRoles = [
    { name: 'request-rate', unit: 'requests/s', summary: 'requests that arrive' },
    {
        name: 'request-rate-per-pod',
        unit: 'requests/s',
        summary: 'requests that arrive at one pod or target, on average',
    },
    { name: 'error-rate', unit: 'requests/s', summary: 'requests answered with 5xx' },
    { name: 'error-share', unit: 'ratio', summary: 'requests answered with 5xx, as a share of all (0..1)' },
    { name: 'cpu', unit: 'cores', summary: 'CPU in use by all pods together' },
    { name: 'cpu-per-pod', unit: 'cores', summary: 'CPU in use by one pod, on average' },
    { name: 'utilization', unit: 'ratio', summary: 'CPU in use as a share of what is requested, on AWS of the instance' },
    {
        name: 'throttled-share',
        unit: 'ratio',
        summary: 'CFS periods in which the CPU limit held a container back (0..1)',
    },
    { name: 'memory', unit: 'bytes', summary: 'memory in use by all pods together' },
    { name: 'replicas', unit: 'pods', summary: 'pods that exist' },
    { name: 'ready-replicas', unit: 'pods', summary: 'pods that are ready' },
    { name: 'desired-replicas', unit: 'pods', summary: 'pods that the autoscaler asks for' },
    { name: 'latency-p50', unit: 's', summary: 'latency, median' },
    { name: 'latency-p90', unit: 's', summary: 'latency, 90 % quantile' },
    { name: 'latency-p95', unit: 's', summary: 'latency, 95 % quantile' },
    { name: 'latency-p99', unit: 's', summary: 'latency, 99 % quantile' },
    { name: 'latency-mean', unit: 's', summary: 'latency, mean' },
    { name: 'in-flight', unit: 'requests', summary: 'requests inside, waiting or being served' },
    { name: 'queue', unit: 'requests', summary: 'requests that wait' },
];
const byName = new Map(seriesRoles.map((role) => [role.name, role]));
/** The unit of a role's values. */
export function unitOf(role) {
    // safe: every SeriesRole is the name of an entry.
    return byName.get(role).unit;
}
export function isSeriesRole(name) {
    return byName.has(name);
}
