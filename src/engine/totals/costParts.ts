import type { CostParts } from '../../results/runTotals.js';
import type { AssembledService } from '../assembleService.js';
import type { ServiceWork } from './serviceWork.js';

/** What a service's cost was paid for. */
export function costPartsOf(
  { fleetLog, settings }: Pick<AssembledService, 'fleetLog' | 'settings'>,
  { requestSeconds, capacitySeconds }: Pick<ServiceWork, 'requestSeconds' | 'capacitySeconds'>,
): CostParts {
  const usd = (seconds: number) => (seconds / 3600) * settings.instance.price;
  const readyUsd = usd(fleetLog.readyBilledSeconds);
  // A speed above the vCPUs would make more work than capacity; a part is never more than the whole.
  const usefulUsd = capacitySeconds > 0 ? readyUsd * Math.min(1, requestSeconds / capacitySeconds) : 0;
  return {
    usefulUsd,
    idleUsd: readyUsd - usefulUsd,
    startupUsd: usd(fleetLog.startupBilledSeconds),
    drainUsd: usd(fleetLog.drainBilledSeconds),
    wastedUsd: usd(fleetLog.wastedBilledSeconds),
    minimumChargeUsd: usd(fleetLog.extraBilledSeconds),
  };
}

/** The parts of several services, each by its own price, and what their nodes cost. */
export function sumCostParts(parts: readonly CostParts[], nodesUsd: number | undefined): CostParts {
  const sum = (part: keyof Omit<CostParts, 'nodesUsd'>) => parts.reduce((total, one) => total + one[part], 0);
  return {
    usefulUsd: sum('usefulUsd'),
    idleUsd: sum('idleUsd'),
    startupUsd: sum('startupUsd'),
    drainUsd: sum('drainUsd'),
    wastedUsd: sum('wastedUsd'),
    minimumChargeUsd: sum('minimumChargeUsd'),
    nodesUsd,
  };
}
