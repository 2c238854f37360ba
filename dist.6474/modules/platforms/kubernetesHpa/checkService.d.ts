import type { Problem } from '../../base/problem.js';
import type { ServiceFacts } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
/**
 * What keeps an autoscaler from running on a service, each problem at its metric.
 *
 * @param isSupplied External metrics come from elsewhere, so the service need not have them
 */
export declare function checkService(spec: HpaSpec, service: ServiceFacts, { metricNames, isSupplied }: {
    readonly metricNames: Readonly<Record<string, string>>;
    readonly isSupplied: boolean;
}): Problem[];
