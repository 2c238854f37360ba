import { rank } from '../kernel/rank.js';
import { SaturationLog, type ServiceUse, saturationWindowSeconds } from '../record/saturationLog.js';
import type { Assembly } from './assemble.js';
import type { AssembledService } from './assembleService.js';
import { burnedVcpuSeconds } from './totals/serviceWork.js';

/** Looks at every service again and again over the span; [service], empty where no class calls. */
export function planSaturation(assembly: Assembly): readonly SaturationLog[] {
  const { calendar, services, input, callLog } = assembly;
  if (callLog === undefined) return [];
  const { warmup, duration } = input.scenario;
  const windowSeconds = saturationWindowSeconds(duration - warmup);
  const logs = services.map(() => new SaturationLog());
  calendar.at(warmup, rank.record, () => {
    for (const [index, service] of services.entries()) logs[index].begin(useOf(assembly, service));
  });
  const plan = (index: number): void => {
    const untilSeconds = warmup + index * windowSeconds;
    calendar.at(untilSeconds, rank.record, () => {
      for (const [place, service] of services.entries())
        logs[place].note(useOf(assembly, service), warmup + (index - 1) * windowSeconds, untilSeconds);
      plan(index + 1);
    });
  };
  plan(1);
  return logs;
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
