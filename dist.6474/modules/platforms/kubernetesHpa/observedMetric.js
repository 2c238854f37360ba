import { metrics as metricTable } from '../../telemetry/metrics.js';
import { toMilli } from './saturate.js';
/** The only container of a pod. */
const CONTAINER = 'instance';
/**
 * The pods with their value of one metric, and what each of them requests.
 *
 * The metrics API of a cluster has whole thousandths; values are rounded to them.
 */
export function readPods(observation, observed, metric, metricNames) {
    const mapped = metricNames[metric.name] ?? metric.name;
    const reader = metric.source === 'resource' ? resourceReader(observation, metric) : namedReader(observation, mapped);
    const requestMilli = reader.request === undefined ? {} : { [CONTAINER]: toMilli(reader.request * 1000) };
    const metrics = new Map();
    for (const { pod, metrics: values } of observed) {
        const value = values === undefined ? undefined : reader.valueOf(values);
        if (values === undefined || value === undefined)
            continue;
        metrics.set(pod.name, {
            valueMilli: toMilli(value * 1000),
            timestampSeconds: observation.time - (values.age_seconds ?? 0),
            windowSeconds: values.window_seconds ?? 0,
        });
    }
    return { pods: observed.map(({ pod }) => ({ ...pod, requestMilli })), metrics };
}
function resourceReader({ resources }, metric) {
    const isUtilization = metric.target.kind === 'utilization';
    if (metric.name === 'memory') {
        const { memory, memoryRequest } = resources;
        return { request: memoryRequest, valueOf: (values) => product(values.memory_utilization, memory) };
    }
    const { vcpus, cpuRequest } = resources;
    // Where only the share of the request is known any request gives the same utilization; an absolute use stays unknown.
    const request = cpuRequest ?? (isUtilization && vcpus === undefined ? 1 : undefined);
    return {
        request,
        valueOf: (values) => product(values.cpu_utilization, vcpus) ?? product(values.cpu_utilization_of_request, request),
    };
}
function namedReader({ perInstance, instances }, name) {
    // A recorded observation has the service's values only: a sum is shared out evenly, a mean is everyone's.
    const shareCount = perInstance.length === 0 && foldOf(name) === 'sum' ? Math.max(1, instances.ready) : 1;
    return {
        request: undefined,
        valueOf: (values) => {
            const value = valueNamed(values, name);
            return value === undefined ? undefined : value / shareCount;
        },
    };
}
function product(value, unit) {
    return value === undefined || unit === undefined ? undefined : value * unit;
}
/** The service's value of a metric, by the manifest's name or the one it is mapped to. */
export function serviceMetric({ metrics }, name, metricNames) {
    return valueNamed(metrics, metricNames[name] ?? name);
}
function valueNamed(values, name) {
    if (!Object.hasOwn(metricTable, name))
        return undefined;
    return values[name]; // safe: the table has it
}
function foldOf(name) {
    return Object.hasOwn(metricTable, name) ? metricTable[name].fold : undefined; // safe: the table has it
}
