import type { Problem } from '../../base/problem.js';
import type { ServiceFacts } from '../platform.js';
import { metricsOf, type ScalingModel } from './model.js';

/** What keeps a group's policies from running on a service: metrics that it cannot show, bounds that never meet. */
export function checkService(model: ScalingModel, service: ServiceFacts): Problem[] {
  const problems = metricsOf(model).flatMap(({ metric, where }): Problem[] => {
    if (metric.sources.some((name) => service.metrics.includes(name))) return [];
    return [
      {
        code: 'metric-missing',
        where,
        what: `${metric.label} needs ${metric.sources.join(' or ')}, which the service "${service.name}" does not have`,
        why: 'The policy would have insufficient data for the whole run, and never scale.',
        fix: `${hint(metric.sources[0])}The service has: ${service.metrics.join(', ')}.`,
      },
    ];
  });
  const { minCount, maxCount } = model.bounds;
  if (model.hasBounds && (minCount > service.maxCount || maxCount < service.minCount)) {
    problems.push({
      code: 'bounds-apart',
      where: model.where,
      what: `the group has ${minCount} to ${maxCount} instances, the service "${service.name}" ${service.minCount} to ${service.maxCount}`,
      why: 'No count satisfies both, so nothing could ever be asked for that is granted.',
      fix: "set the scenario's scaling min and max to the group's.",
    });
  }
  return problems;
}

function hint(metric: string): string {
  return metric === 'memory_utilization' ? 'Give its instances a memory size. ' : '';
}
