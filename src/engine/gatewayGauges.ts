import type { InstanceTable } from '../fleet/instanceTable.js';
import { hasRatioBreaker } from '../gateway/guards/circuitBreaker.js';
import { isHealthy, isOut, outReason } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import type { Scenario } from '../scenario/schema.js';
import type { MetricName } from '../telemetry/metrics.js';
import type { GatewayGauges } from '../telemetry/readings.js';

/** What telemetry reads of a service's gateway: its belief, which may be wrong and may name instances that are gone. */
export function gatewayGauges(
  { gateway }: Scenario,
  table: InstanceTable,
  { index, guards }: { readonly index: number; readonly guards: ServiceRuntime['guards'] },
): GatewayGauges {
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
export function withoutNews({ gateway }: Scenario): ReadonlySet<MetricName> {
  const { endpointLag, ejection, healthCheck } = gateway;
  const mayErr = endpointLag !== undefined || ejection !== undefined || healthCheck !== undefined;
  return new Set(mayErr ? [] : ['healthy_instances']);
}
