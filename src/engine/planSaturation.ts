import * as rank from '../kernel/rank.js';
import { SaturationLog, type ServiceUse, saturationWindowSeconds } from '../record/saturationLog.js';
import type { Assembly } from './assemble.js';
import type { AssembledService } from './assembleService.js';
import { burnedVcpuSeconds } from './totals/serviceWork.js';

/** When services had no more to give, told while the run goes. */
interface Saturation {
  /** [service] Empty where no class calls. */
  readonly logs: readonly SaturationLog[];
  /** The run is over; nothing has been taken down yet. */
  end(): void;
}

/** Rounding that the end of a window may have. */
const ROUNDING = 1e-9;

/** Looks at every service again and again over the span. */
export function planSaturation(assembly: Assembly): Saturation {
  const { calendar, services, input, callLog } = assembly;
  if (callLog === undefined) return { logs: [], end: () => {} };
  const { warmup, duration } = input.scenario;
  const windowSeconds = saturationWindowSeconds(duration - warmup);
  const logs = services.map(() => new SaturationLog());
  calendar.at(warmup, rank.record, () => {
    for (const [index, service] of services.entries()) logs[index].begin(useOf(assembly, service));
  });
  let window = 0;
  // Not a running sum: a spell goes on where the last one ended to the bit.
  const edgeSeconds = (index: number) => warmup + index * windowSeconds;
  const note = (): void => {
    for (const [place, service] of services.entries())
      logs[place].note(useOf(assembly, service), edgeSeconds(window - 1), edgeSeconds(window));
  };
  const plan = (): void => {
    window++;
    calendar.at(edgeSeconds(window), rank.record, () => {
      note();
      plan();
    });
  };
  plan();
  // Events at the end itself do not happen, and the last window ends there where windows fill the span.
  const end = () => {
    if (edgeSeconds(window) <= duration * (1 + ROUNDING)) note();
  };
  return { logs, end };
}

function useOf({ gateway }: Assembly, { fleet, settings, index }: AssembledService): ServiceUse {
  const { instance, scaling } = settings;
  const work = fleet.peekWorkTotals();
  const count = fleet.readyCount + fleet.drainingCount;
  // Where requests start instances, each of these is full by design: only at the maximum there is no more to give.
  const isGrowing = scaling.perRequest !== undefined && count < scaling.max;
  return {
    busyVcpuSeconds: burnedVcpuSeconds(work),
    slotSeconds: work.slotSeconds,
    vcpus: count * instance.vcpus,
    slots: isGrowing ? Number.POSITIVE_INFINITY : count * (instance.concurrency ?? Number.POSITIVE_INFINITY),
    isWaiting: gateway.queueDepth(index) > 0,
  };
}
