import type { WorkTotals } from '../../fleet/workTotals.js';
import type { Assembly } from '../assemble.js';
import type { AssembledService } from '../assembleService.js';

/** Work of every service when the span began. */
export interface WorkSnapshots {
  atWarmup: readonly WorkTotals[];
}

/** What a service's instances did in the span, and could have done. */
export interface ServiceWork {
  /** False where slots are unlimited and nothing uses the cpu: then the two below are times with a request inside. */
  readonly isKnown: boolean;
  /** Busy and available processor (or slot) time of instances that are ready, unready by their probe, or draining. */
  readonly workSeconds: number;
  /** The part of the work that requests did; the rest burned beside them. */
  readonly requestSeconds: number;
  readonly capacitySeconds: number;
  /** Time with a request inside. */
  readonly servingSeconds: number;
  /** Time that slots were held, and that they were there; undefined where they are unlimited. */
  readonly slotSeconds: number;
  readonly slotCapacitySeconds: number | undefined;
  /** Requests that took a slot; known where the service scales per request. */
  readonly begunCount: number;
}

/** Processor time of instances that are ready, unready by their probe, or draining, for requests and beside them. */
export function burnedVcpuSeconds({ busyVcpuSeconds, backgroundVcpuSeconds }: WorkTotals): number {
  return busyVcpuSeconds + backgroundVcpuSeconds;
}

/** The work of one service in the span. */
export function workOf({ input, traffic }: Assembly, service: AssembledService, snapshots: WorkSnapshots): ServiceWork {
  const { fleet, fleetLog, index } = service;
  const { vcpus, concurrency } = service.settings.instance;
  const end = fleet.workTotals();
  const begin = snapshots.atWarmup[index];
  const servingSeconds = end.servingSeconds - begin.servingSeconds;
  const aliveSeconds = fleetLog.readySeconds + fleetLog.unreadySeconds + fleetLog.drainingSeconds;
  const slotSeconds = end.slotSeconds - begin.slotSeconds;
  const slotCapacitySeconds = concurrency === undefined ? undefined : aliveSeconds * concurrency;
  const common = { servingSeconds, begunCount: end.begunCount - begin.begunCount, slotSeconds, slotCapacitySeconds };
  const usesCpu = traffic.classNames.some((name) => input.scenario.requests[name].cpu !== undefined);
  if (usesCpu) {
    const requestSeconds = end.busyVcpuSeconds - begin.busyVcpuSeconds;
    const workSeconds = burnedVcpuSeconds(end) - burnedVcpuSeconds(begin);
    return { ...common, isKnown: true, workSeconds, requestSeconds, capacitySeconds: aliveSeconds * vcpus };
  }
  if (slotCapacitySeconds === undefined) {
    const workSeconds = servingSeconds;
    return { ...common, isKnown: false, workSeconds, requestSeconds: workSeconds, capacitySeconds: aliveSeconds };
  }
  const [workSeconds, capacitySeconds] = [slotSeconds, slotCapacitySeconds];
  return { ...common, isKnown: true, workSeconds, requestSeconds: workSeconds, capacitySeconds };
}
