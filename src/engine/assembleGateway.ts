import type { CallLinks } from '../gateway/calls/callLinks.js';
import { eventKind } from '../gateway/eventKind.js';
import { Gateway } from '../gateway/gateway.js';
import type { GatewayOptions } from '../gateway/gatewayOptions.js';
import { retryRulesOf } from '../gateway/retrySettings.js';
import { serviceOf } from '../gateway/serviceOf.js';
import type { TimeoutsAndRetries } from '../gateway/timeoutsAndRetries.js';
import type { Calendar } from '../kernel/calendar.js';
import type { CallLog } from '../record/callLog.js';
import type { Scenario } from '../scenario/schema.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { Clients } from '../traffic/clients.js';
import { assembleCalls } from './assembleCalls.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

export interface GatewayParts
  extends Omit<
    GatewayOptions,
    'rules' | 'calls' | 'retryStreams' | 'hedgeSamplers' | 'profiles' | 'clientAnswered' | 'hasChecks'
  > {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly links: CallLinks | undefined;
  readonly callLog: CallLog | undefined;
  readonly calendar: Calendar;
  readonly streams: RunStreams;
}

/** The gateway, and the clients that it answers. */
export function assembleGateway(parts: GatewayParts): { readonly gateway: Gateway; readonly clients: Clients } {
  const { input, traffic, streams, runtimes, journal, tracer } = parts;
  const { profiles } = traffic;
  const rules = timeoutsAndRetriesOf(input.scenario);
  const gateway: Gateway = new Gateway({
    ...parts,
    profiles,
    hasChecks: areChecked(input.scenario),
    rules,
    calls: assembleCalls({ ...parts, scenario: input.scenario, rules }),
    retryStreams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'retry')),
    hedgeSamplers: input.scenario.gateway.hedging === undefined ? [] : traffic.hedgeSamplers(),
    clientAnswered: (source, user, answerSeconds) => clients.answered(source, user, answerSeconds),
  });
  const clients = new Clients({
    ...parts,
    sources: traffic.sources,
    samplers: traffic.samplers,
    wakeKind: eventKind.userWakes,
    endSeconds: input.scenario.duration,
    route: (block, from, to) => route(block, { from, to, profiles, serviceCount: runtimes.length }),
    arrive: (block, arrival) => gateway.arrive(block, arrival),
    dropped: (source) => {
      journal.dropped(source * runtimes.length);
      tracer?.dropped(source);
    },
    turns: () => journal.flush(),
  });
  return { gateway, clients };
}

/** Whether anybody checks instances. */
function areChecked({ gateway, services }: Scenario): boolean {
  const areProbed = Object.values(services).some(({ instance }) => instance.probes !== undefined);
  return areProbed || gateway.healthCheck !== undefined;
}

interface Routing extends Pick<Traffic, 'profiles'> {
  readonly from: number;
  readonly to: number;
  readonly serviceCount: number;
}

/** Where the arrivals [from, to) of the block go. */
function route(block: ArrivalBlock, { from, to, profiles, serviceCount }: Routing): void {
  const { sources, services, groups, routeUniforms } = block;
  block.isOfOneGroup = profiles.length === 1 && profiles[0].routes.length === 1;
  for (let arrival = from; arrival < to; arrival++) {
    const source = sources[arrival];
    const service = serviceOf(profiles[source], routeUniforms[arrival]);
    services[arrival] = service;
    groups[arrival] = source * serviceCount + service;
  }
}

function timeoutsAndRetriesOf({ gateway }: Scenario): TimeoutsAndRetries {
  const { timeout, totalTimeout, queue, retries, rejectLatency } = gateway;
  return {
    trySeconds: timeout ?? Number.POSITIVE_INFINITY,
    totalSeconds: totalTimeout ?? Number.POSITIVE_INFINITY,
    centralQueueSeconds: queue?.timeout ?? Number.POSITIVE_INFINITY,
    rejectSeconds: rejectLatency,
    retries: retries && retryRulesOf(retries),
  };
}
