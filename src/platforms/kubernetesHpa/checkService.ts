import { suggestion } from '../../base/nearest.js';
import type { Problem } from '../../base/problem.js';
import { metricMeant } from '../../telemetry/metricAliases.js';
import { metricsOfServices } from '../../telemetry/metrics.js';
import type { ServiceFacts } from '../platform.js';
import type { HpaSpec, MetricSpec } from './hpaSpec.js';

type Words = Omit<Problem, 'where'>;

/**
 * What keeps an autoscaler from running on a service, each problem at its metric.
 *
 * @param isSupplied External metrics come from elsewhere, so the service need not have them
 */
export function checkService(
  spec: HpaSpec,
  service: ServiceFacts,
  { metricNames, isSupplied }: { readonly metricNames: Readonly<Record<string, string>>; readonly isSupplied: boolean },
): Problem[] {
  return spec.metrics.flatMap((metric) => {
    if (metric.source === 'external' && isSupplied) return [];
    const words =
      metric.source === 'resource' ? checkResource(metric, service) : checkNamed(metric, service, metricNames);
    return words === undefined ? [] : [{ ...words, where: spec.at(metric.path) }];
  });
}

function checkResource({ name, target }: MetricSpec, service: ServiceFacts): Words | undefined {
  const isUtilization = target.kind === 'utilization';
  const key = `services.${service.name}.instance`;
  if (name === 'memory' && service.memoryBytes === undefined) {
    return {
      code: 'missing-metric',
      what: `memory is the target, but ${service.name} has no memory`,
      why: 'Without a size of its memory an instance shows no use of it.',
      fix: `add ${key}.memory, such as 4GiB${isUtilization ? ', and memoryRequest' : ''}.`,
    };
  }
  const request = name === 'cpu' ? service.cpuRequest : service.memoryRequestBytes;
  if (!isUtilization || request !== undefined) return undefined;
  const field = name === 'cpu' ? 'cpuRequest' : 'memoryRequest';
  const example = name === 'cpu' ? '0.5' : '2GiB';
  return {
    code: 'missing-request',
    what: `Utilization of ${name} is the target, but ${service.name} requests none`,
    why: `Utilization is a share of the REQUEST, not of the ${name === 'cpu' ? 'vCPUs' : 'memory'}; in the cluster the controller fails.`,
    fix: `add ${key}.${field}, such as ${example}, or use AverageValue.`,
  };
}

function checkNamed(
  { name, source }: MetricSpec,
  { name: serviceName, metrics }: ServiceFacts,
  metricNames: Readonly<Record<string, string>>,
): Words | undefined {
  const mapped = metricMeant(name, metricNames);
  if (!metrics.includes(mapped)) {
    const close = suggestion(mapped, metrics);
    return {
      code: 'missing-metric',
      what: `the metric ${name === mapped ? `"${name}"` : `"${name}" is mapped to "${mapped}", which`} is none of ${serviceName}`,
      why: 'A metric that cannot be read holds the count for ever.',
      fix: `say which metric stands for it: --metric ${name}=METRIC. ${close}`,
    };
  }
  if (source !== 'pods' || !metricsOfServices.some((metric) => metric === mapped)) return undefined;
  return {
    code: 'metric-of-service',
    what: `the Pods metric "${name}" is ${mapped}, which single instances do not have`,
    why: 'The gateway measures it for the whole service.',
    fix: `use an Object or External metric, or map another one: --metric ${name}=METRIC.`,
  };
}
