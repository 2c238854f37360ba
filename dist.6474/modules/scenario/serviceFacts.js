import { buildDistribution } from '../random/distributions/index.js';
import { metricNames } from '../telemetry/metrics.js';
/** What a manifest may ask about the service it scales. */
export function serviceFacts({ services, gateway, telemetry }, name) {
    const { instance, scaling } = services[name];
    const { vcpus, cpuRequest, memory, memoryRequest, concurrency, startup } = instance;
    const absent = [
        ...(cpuRequest === undefined ? ['cpu_utilization_of_request'] : []),
        ...(memory === undefined ? ['memory_utilization'] : []),
    ];
    return {
        name,
        vcpus,
        cpuRequest,
        memoryBytes: memory,
        memoryRequestBytes: memoryRequest,
        concurrency,
        minCount: scaling.min,
        maxCount: scaling.max,
        hasCentralQueue: gateway.queue !== undefined,
        startupMeanSeconds: buildDistribution(startup).meanSeconds,
        telemetry,
        metrics: metricNames.filter((metric) => !absent.includes(metric)),
    };
}
