import { buildStartup } from '../fleet/startup/startup.js';
import { hasRatioBreaker } from '../gateway/guards/circuitBreaker.js';
import type { ServiceFacts } from '../platforms/platform.js';
import { type MetricName, metricNames, metricsOfModels } from '../telemetry/metrics.js';
import { limitsConsumers } from './consumersIn.js';
import { gatewayOf } from './gatewayOf.js';
import { isGraded } from './qualityIn.js';
import type { Scenario } from './schema.js';

/** Metrics of what a gateway does not do. */
function unmeasured(
  { ejection, circuitBreaker, rateLimit }: Scenario['gateway'],
  areConsumersLimited: boolean,
): MetricName[] {
  return [
    ...(ejection === undefined ? (['ejected'] as const) : []),
    ...(hasRatioBreaker(circuitBreaker) ? [] : (['circuit_open'] as const)),
    ...(rateLimit === undefined && !areConsumersLimited ? (['rate_limited_per_second'] as const) : []),
  ];
}

/** Metrics that a service never has, by what it and its gateway are. */
export function absentMetrics(scenario: Scenario, name: string): MetricName[] {
  const { cpuRequest, memory, model } = scenario.services[name].instance;
  return [
    // What the CPU beside a GPU does is not simulated: a policy on it would read 0 for ever.
    ...(model === undefined ? metricsOfModels : (['cpu_utilization'] as const)),
    ...(model !== undefined && !isGraded(scenario) ? (['quality_ratio'] as const) : []),
    ...(cpuRequest === undefined || model !== undefined ? (['cpu_utilization_of_request'] as const) : []),
    ...(memory === undefined ? (['memory_utilization'] as const) : []),
    ...unmeasured(gatewayOf(scenario, name), limitsConsumers(scenario)),
  ];
}

/** What a manifest may ask about the service it scales. */
export function serviceFacts(scenario: Scenario, name: string): ServiceFacts {
  const { services, telemetry } = scenario;
  const { instance, scaling } = services[name];
  const { vcpus, cpuRequest, memory, memoryRequest, concurrency, startup } = instance;
  const absent = absentMetrics(scenario, name);
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
