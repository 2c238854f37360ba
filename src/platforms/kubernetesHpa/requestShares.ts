import type { RequestShare } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';

/** The targets of an autoscaler that are shares of a request. */
export function requestShares({ metrics, at }: Pick<HpaSpec, 'metrics' | 'at'>): RequestShare[] {
  return metrics.flatMap((metric): RequestShare[] => {
    if (metric.source !== 'resource' || metric.target.kind !== 'utilization') return [];
    const { name: resource, container, target, path } = metric;
    return [{ resource, percent: target.percent, container, where: at(path) }];
  });
}
