import type { InstanceTable } from '../fleet/instanceTable.js';
import { hasRatioBreaker } from '../gateway/guards/circuitBreaker.js';
import { isHealthy, isOut, outReason } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import { gatewayOf, isAnywhere } from '../scenario/gatewayOf.js';
import type { Scenario } from '../scenario/schema.js';
import type { MetricName } from '../telemetry/metrics.js';
import type { GatewayGauges } from '../telemetry/readings.js';

/** What telemetry reads of a service's gateway: its belief, which may be wrong and may name instances that are gone. */
export function gatewayGauges(
  scenario: Scenario,
  table: InstanceTable,
  { name, index, guards }: { readonly name: string; readonly index: number; readonly guards: ServiceRuntime['guards'] },
): GatewayGauges {
  const gateway = gatewayOf(scenario, name);
  const countOf = (counts: (standing: number) => boolean): number => {
    let count = 0;
    for (let instance = 0; instance < table.rowCount; instance++)
      if (table.service[instance] === index && counts(table.standing[instance])) count++;
    return count;
  };
  return {
    healthyCount: () => countOf(isHealthy),
    ejectedCount: gateway.ejection && (() => countOf((standing) => isOut(standing, outReason.ejected))),
    isCircuitOpen: hasRatioBreaker(gateway.circuitBreaker) ? () => guards?.isOpen() === true : undefined,
    hasRateLimit: gateway.rateLimit !== undefined,
  };
}

/** Metrics that events need not tell: what the gateway believes says nothing where it always knows. */
export function withoutNews(scenario: Scenario): ReadonlySet<MetricName> {
  const mayErr =
    isAnywhere(scenario, 'endpointLag') ||
    isAnywhere(scenario, 'ejection') ||
    isAnywhere(scenario, 'healthCheck') ||
    Object.values(scenario.services).some(({ instance }) => instance.probes !== undefined);
  return new Set(mayErr ? [] : ['healthy_instances']);
}
