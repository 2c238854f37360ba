import { buildStartup } from '../fleet/startup/startup.js';
import { hasRatioBreaker } from '../gateway/guards/circuitBreaker.js';
import type { ServiceFacts } from '../platforms/platform.js';
import { type MetricName, metricNames, metricsOfModels } from '../telemetry/metrics.js';
import { gatewayOf } from './gatewayOf.js';
import type { Scenario } from './schema.js';

/** Metrics of what a gateway does not do. */
function unmeasured({ ejection, circuitBreaker, rateLimit }: Scenario['gateway']): MetricName[] {
  return [
    ...(ejection === undefined ? (['ejected'] as const) : []),
    ...(hasRatioBreaker(circuitBreaker) ? [] : (['circuit_open'] as const)),
    ...(rateLimit === undefined ? (['rate_limited_per_second'] as const) : []),
  ];
}

/** What a manifest may ask about the service it scales. */
export function serviceFacts(scenario: Scenario, name: string): ServiceFacts {
  const { services, telemetry } = scenario;
  const { instance, scaling } = services[name];
  const { vcpus, cpuRequest, memory, memoryRequest, concurrency, startup } = instance;
  const absent: readonly MetricName[] = [
    ...(cpuRequest === undefined ? (['cpu_utilization_of_request'] as const) : []),
    ...(memory === undefined ? (['memory_utilization'] as const) : []),
    ...unmeasured(gatewayOf(scenario, name)),
    ...(instance.model === undefined ? metricsOfModels : []),
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
    hasCentralQueue: gatewayOf(scenario, name).queue !== undefined,
    startupMeanSeconds: buildStartup(startup).meanSeconds,
    telemetry,
    metrics: metricNames.filter((metric) => !absent.includes(metric)),
  };
}
