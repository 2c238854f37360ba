import type { CostParts } from '../../results/runTotals.js';
import type { AssembledService } from '../assembleService.js';
import { costPartsOf } from './costParts.js';
import type { ServiceWork } from './serviceWork.js';

/** What a service is billed for the span. */
export interface ServiceBill {
  readonly billedSeconds: number;
  readonly costUsd: number;
  readonly wastedUsd: number;
  readonly parts: CostParts;
}

type Billed = Pick<AssembledService, 'fleetLog' | 'settings'>;

/** By the lives of its instances; with `perRequest: { bill: duration }` by what requests took. */
export function serviceBill(service: Billed, work: ServiceWork): ServiceBill {
  return service.settings.scaling.perRequest?.bill === 'duration' ? byDuration(service, work) : byLives(service, work);
}

function byLives(service: Billed, work: ServiceWork): ServiceBill {
  const { fleetLog, settings } = service;
  return {
    billedSeconds: fleetLog.billedSeconds,
    costUsd: (fleetLog.billedSeconds / 3600) * settings.instance.price,
    wastedUsd: (fleetLog.wastedBilledSeconds / 3600) * settings.instance.price,
    parts: costPartsOf(service, work),
  };
}

/**
 * The time with a request inside, and each invocation that ran: retries and failures too, as they use the instance;
 * not what was refused or given up before it began.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html (Invocations: "includes successful invocations and invocations that result in a function error", not throttled ones)
 */
function byDuration({ settings }: Billed, { servingSeconds, begunCount }: ServiceWork): ServiceBill {
  const { price } = settings.instance;
  const pricePerMillion = settings.scaling.perRequest?.pricePerMillion ?? 0;
  const costUsd = (servingSeconds / 3600) * price + (begunCount * pricePerMillion) / 1e6;
  const nothing = { idleUsd: 0, startupUsd: 0, drainUsd: 0, wastedUsd: 0, minimumChargeUsd: 0 };
  return { billedSeconds: servingSeconds, costUsd, wastedUsd: 0, parts: { usefulUsd: costUsd, ...nothing } };
}

/** How a service that scales per request is billed, in words. */
export function billNote({ name, settings }: Pick<AssembledService, 'name' | 'settings'>): string[] {
  const { perRequest } = settings.scaling;
  if (perRequest === undefined) return [];
  if (perRequest.bill === 'idle') return [`${name}: idle time billed (perRequest.bill: idle).`];
  return [
    `${name}: billed by duration, the time with a request inside, and $${perRequest.pricePerMillion} a million invocations that ran; idle time and cold starts are free.`,
  ];
}
