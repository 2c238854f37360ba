import type { WorkTotals } from '../../fleet/fleet.js';
import type { AssembledService, Assembly } from '../assemble.js';

/** Work of every service when the span began. */
export interface WorkMarks {
  atWarmup: readonly WorkTotals[];
}

/** What a service's instances did in the span, and could have done. */
export interface ServiceWork {
  /** False where slots are unlimited and nothing uses the cpu: then the two below are times with a request inside. */
  readonly isKnown: boolean;
  /** Busy and available processor (or slot) time of ready and draining instances. */
  readonly workSeconds: number;
  readonly capacitySeconds: number;
  /** Time with a request inside. */
  readonly servingSeconds: number;
}

/** The work of one service in the span. */
export function workOf({ input, traffic }: Assembly, service: AssembledService, marks: WorkMarks): ServiceWork {
  const { fleet, fleetLog, index } = service;
  const { vcpus, concurrency } = service.settings.instance;
  const end = fleet.workTotals();
  const begin = marks.atWarmup[index];
  const servingSeconds = end.servingSeconds - begin.servingSeconds;
  const aliveSeconds = fleetLog.readySeconds + fleetLog.drainingSeconds;
  const usesCpu = traffic.classNames.some((name) => input.scenario.requests[name].cpu !== undefined);
  if (usesCpu) {
    const workSeconds = end.busyVcpuSeconds - begin.busyVcpuSeconds;
    return { isKnown: true, workSeconds, capacitySeconds: aliveSeconds * vcpus, servingSeconds };
  }
  if (concurrency === undefined) {
    return { isKnown: false, workSeconds: servingSeconds, capacitySeconds: aliveSeconds, servingSeconds };
  }
  const workSeconds = end.slotSeconds - begin.slotSeconds;
  return { isKnown: true, workSeconds, capacitySeconds: aliveSeconds * concurrency, servingSeconds };
}
