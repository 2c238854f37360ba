import { Leaks } from '../fleet/leaks.js';
import type { AssembledService } from './assembleService.js';
import type { Core } from './core.js';

/** Memory that leaks, where the scenario lets any leak. */
export function assembleLeaks(core: Core, services: readonly AssembledService[]): Leaks | undefined {
  const { faults } = core.input.scenario;
  const leakFaults = faults.filter(({ kind }) => kind === 'leak');
  const isLeaking = ({ name, index, settings }: AssembledService) =>
    settings.instance.leak !== undefined ||
    leakFaults.some(({ service }) => (service === undefined ? index === 0 : service === name));
  const leaking = services.filter(isLeaking);
  if (leaking.length === 0) return undefined;
  for (const { featureCounts, fleetLog } of leaking) {
    featureCounts.set('oomKills', () => fleetLog.restarts.total('oom-kill'));
    featureCounts.set('restarts', () => fleetLog.restarts.total());
  }
  return new Leaks({
    ...core,
    instances: core.table,
    services: services.map((service) => {
      const { memory, baseMemory, leak } = service.settings.instance;
      return {
        limitBytes: isLeaking(service) ? memory : undefined,
        baseBytes: baseMemory,
        leak,
        kill: (instance) => service.fleet.restart(instance, { reason: 'oom-kill' }),
      };
    }),
  });
}
