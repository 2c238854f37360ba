/**
 * What a recorded series can show of a service: every role that is known, with the unit of its values.
 *
 * Readers bring values to these units; nothing else names the roles.
 */
export declare const seriesRoles: readonly [{
    readonly name: 'request-rate';
    readonly unit: 'requests/s';
    readonly summary: 'requests that arrive';
}, {
    readonly name: 'request-rate-per-pod';
    readonly unit: 'requests/s';
    readonly summary: 'requests that arrive at one pod or target, on average';
}, {
    readonly name: 'error-rate';
    readonly unit: 'requests/s';
    readonly summary: 'requests answered with 5xx';
}, {
    readonly name: 'error-share';
    readonly unit: 'ratio';
    readonly summary: 'requests answered with 5xx, as a share of all (0..1)';
}, {
    readonly name: 'cpu';
    readonly unit: 'cores';
    readonly summary: 'CPU in use by all pods together';
}, {
    readonly name: 'cpu-per-pod';
    readonly unit: 'cores';
    readonly summary: 'CPU in use by one pod, on average';
}, {
    readonly name: 'utilization';
    readonly unit: 'ratio';
    readonly summary: 'CPU in use as a share of what is requested, on AWS of the instance';
}, {
    readonly name: 'throttled-share';
    readonly unit: 'ratio';
    readonly summary: 'CFS periods in which the CPU limit held a container back (0..1)';
}, {
    readonly name: 'memory';
    readonly unit: 'bytes';
    readonly summary: 'memory in use by all pods together';
}, {
    readonly name: 'replicas';
    readonly unit: 'pods';
    readonly summary: 'pods that exist';
}, {
    readonly name: 'ready-replicas';
    readonly unit: 'pods';
    readonly summary: 'pods that are ready';
}, {
    readonly name: 'desired-replicas';
    readonly unit: 'pods';
    readonly summary: 'pods that the autoscaler asks for';
}, {
    readonly name: 'latency-p50';
    readonly unit: 's';
    readonly summary: 'latency, median';
}, {
    readonly name: 'latency-p90';
    readonly unit: 's';
    readonly summary: 'latency, 90 % quantile';
}, {
    readonly name: 'latency-p95';
    readonly unit: 's';
    readonly summary: 'latency, 95 % quantile';
}, {
    readonly name: 'latency-p99';
    readonly unit: 's';
    readonly summary: 'latency, 99 % quantile';
}, {
    readonly name: 'latency-mean';
    readonly unit: 's';
    readonly summary: 'latency, mean';
}, {
    readonly name: 'in-flight';
    readonly unit: 'requests';
    readonly summary: 'requests inside, waiting or being served';
}, {
    readonly name: 'queue';
    readonly unit: 'requests';
    readonly summary: 'requests that wait';
}];
export type SeriesRole = (typeof seriesRoles)[number]['name'];
export type SeriesUnit = (typeof seriesRoles)[number]['unit'];
/** The unit of a role's values. */
export declare function unitOf(role: SeriesRole): SeriesUnit;
export declare function isSeriesRole(name: string): name is SeriesRole;
