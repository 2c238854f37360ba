import { FaultEffects } from '../faults/faultEffects.js';
import { type FaultEvent, planFault } from '../faults/schedule.js';
import { takeBytes } from '../kernel/columns.js';
import * as rank from '../kernel/rank.js';
import type { Assembly } from './assemble.js';
import { bytesOf } from './limits/bytesOf.js';

/** Plans the faults of the scenario; the list fills as they happen. */
export function planFaults(assembly: Assembly): FaultEvent[] {
  const { input, services, streams, table, serving, gateway, leaks, outages, calendar, nowSeconds } = assembly;
  const events: FaultEvent[] = [];
  const resumed = (instance: number) => gateway.resumed(instance);
  const effects = new FaultEffects({ fleets: services.map(({ fleet }) => fleet), table, serving, leaks, resumed });
  if (input.scenario.faults.length > 0)
    for (const { fleet } of services) fleet.tellRestarts((instance) => effects.restarted(instance));
  for (const [index, settings] of input.scenario.faults.entries()) {
    const service = services.find(({ name }) => name === settings.service) ?? services[0];
    const world = {
      place: `faults.${index}`,
      service: service.index,
      fleet: service.fleet,
      effects,
      stream: streams.open(`fault ${index}`, 'victims'),
      metricsOutage: outages.metrics,
      scrapeOutage: outages.scrapes,
      apiOutage: outages.api,
    };
    const begun = (event: FaultEvent): void => {
      takeBytes(bytesOf.fault);
      events.push(event);
      const { kind, fromSeconds, untilSeconds } = event;
      input.onEvent?.({
        time_s: fromSeconds,
        kind,
        until_s: untilSeconds === Number.POSITIVE_INFINITY ? null : untilSeconds,
      });
    };
    const over = ({ fromSeconds }: FaultEvent): void => {
      input.onEvent?.({ time_s: nowSeconds(), kind: 'updated', service: service.name, from_s: fromSeconds });
    };
    const timeStream = streams.open(`fault ${index}`, 'times');
    planFault({ settings, world, calendar, nowSeconds, timeStream, begun, over });
  }
  planOutages(assembly, events);
  return events;
}

/** Troubles of providers stand among the faults: they happen to every policy alike, and users recover from them. */
function planOutages({ input, calendar }: Assembly, events: FaultEvent[]): void {
  for (const [service, { outages }] of Object.entries(input.scenario.ai?.providers ?? {})) {
    for (const { at, for: lasts, kind: trouble } of outages) {
      calendar.at(at, rank.fault, () => {
        takeBytes(bytesOf.fault);
        const until = at + lasts;
        events.push({ kind: 'outage', detail: `${service} ${trouble}`, fromSeconds: at, untilSeconds: until });
        input.onEvent?.({ time_s: at, kind: 'outage', service, trouble, until_s: until });
      });
    }
  }
}
