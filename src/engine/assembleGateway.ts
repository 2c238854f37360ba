import type { CallLinks } from '../gateway/calls/callLinks.js';
import * as eventKind from '../gateway/eventKind.js';
import { Gateway } from '../gateway/gateway.js';
import type { GatewayOptions } from '../gateway/gatewayOptions.js';
import { retryRulesOf } from '../gateway/retrySettings.js';
import { serviceOf } from '../gateway/serviceOf.js';
import type { GatewaySettings } from '../gateway/settings.js';
import type { TimeoutsAndRetries } from '../gateway/timeoutsAndRetries.js';
import type { Calendar } from '../kernel/calendar.js';
import type { CallLog } from '../record/callLog.js';
import * as outcome from '../record/outcome.js';
import type { SessionLog } from '../record/sessionLog.js';
import { hasConsumers } from '../scenario/consumersIn.js';
import { gatewayOf, isAnywhere } from '../scenario/gatewayOf.js';
import type { Scenario } from '../scenario/schema.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { Clients } from '../traffic/clients.js';
import type { Sessions } from '../traffic/sessions/sessions.js';
import * as word from '../traffic/word.js';
import { assembleCache } from './assembleCache.js';
import { assembleCalls } from './assembleCalls.js';
import type { AssembledProvider } from './assembleProviders.js';
import type { AssembledService } from './assembleService.js';
import { assembleSessions } from './assembleSessions.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

export interface GatewayParts
  extends Omit<
    GatewayOptions,
    | 'rules'
    | 'serviceRules'
    | 'calls'
    | 'cache'
    | 'retryStreams'
    | 'hedgeSamplers'
    | 'profiles'
    | 'clientAnswered'
    | 'hasChecks'
    | 'hasConsumers'
  > {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly links: CallLinks | undefined;
  readonly callLog: CallLog | undefined;
  readonly sessionLog: SessionLog | undefined;
  readonly calendar: Calendar;
  readonly streams: RunStreams;
  readonly services: readonly AssembledService[];
  readonly providers: readonly AssembledProvider[];
  nowSeconds(): number;
}

/** The gateway, and the clients that it answers. */
export function assembleGateway(parts: GatewayParts): {
  readonly gateway: Gateway;
  readonly clients: Clients;
  readonly sessions: Sessions | undefined;
} {
  const { input, traffic, streams, runtimes, requests, journal, tracer } = parts;
  const { profiles } = traffic;
  const { scenario } = input;
  const rules = timeoutsAndRetriesOf(scenario.gateway);
  const serviceRules = rulesOfServices(scenario, rules);
  const sessions = assembleSessions(scenario, { ...parts, useTool: (use) => gateway.calls?.useTool(use) });
  const gateway: Gateway = new Gateway({
    ...parts,
    profiles,
    hasChecks: areChecked(scenario),
    hasConsumers: hasConsumers(scenario),
    rules,
    serviceRules,
    calls: assembleCalls({
      ...parts,
      scenario,
      rulesOf: (service) => serviceRules?.[service] ?? rules,
      toolAnswered: (session, answerSeconds) => sessions?.toolAnswered(session, answerSeconds),
    }),
    cache: assembleCache({ scenario, traffic, streams }),
    retryStreams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'retry')),
    hedgeSamplers: isAnywhere(scenario, 'hedging') ? traffic.hedgeSamplers() : [],
    clientAnswered: (row, result, answerSeconds) => {
      const source = Math.floor(requests.words[(row << 5) | word.group] / runtimes.length);
      const isGood = result === outcome.completed;
      if (sessions?.answered(source, row, { isGood, answerSeconds }) === true) return;
      clients.answered(source, requests.words[(row << 5) | word.user], answerSeconds);
    },
  });
  const clients = new Clients({
    ...parts,
    sessions,
    sources: traffic.sources,
    samplers: traffic.samplers,
    wakeKind: eventKind.userWakes,
    endSeconds: scenario.duration,
    route: (block, from, to) =>
      route(block, { from, to, profiles, serviceCount: runtimes.length, mayMove: parts.routes !== undefined }),
    arrive: (block, arrival) => gateway.arrive(block, arrival),
    dropped: (source) => {
      journal.dropped(source * runtimes.length);
      tracer?.droppedIteration(source);
    },
    turns: () => journal.flush(),
  });
  return { gateway, clients, sessions };
}

/** Whether anybody checks instances. */
function areChecked(scenario: Scenario): boolean {
  const areProbed = Object.values(scenario.services).some(({ instance }) => instance.probes !== undefined);
  return areProbed || isAnywhere(scenario, 'healthCheck');
}

interface Routing extends Pick<Traffic, 'profiles'> {
  readonly from: number;
  readonly to: number;
  readonly serviceCount: number;
  /** Arrivals may be sent elsewhere after this. */
  readonly mayMove: boolean;
}

/** Where the arrivals [from, to) of the block go. */
function route(block: ArrivalBlock, { from, to, profiles, serviceCount, mayMove }: Routing): void {
  const { sources, services, groups, routeUniforms } = block;
  block.isOfOneGroup = !mayMove && profiles.length === 1 && profiles[0].routes.length === 1;
  for (let arrival = from; arrival < to; arrival++) {
    const source = sources[arrival];
    const service = serviceOf(profiles[source], routeUniforms[arrival]);
    services[arrival] = service;
    groups[arrival] = source * serviceCount + service;
  }
}

/** [service], and behind them [provider]; undefined where none has a gateway section; one budget of retries for all that do not have their own. */
function rulesOfServices(scenario: Scenario, shared: TimeoutsAndRetries): TimeoutsAndRetries[] | undefined {
  const services = Object.entries(scenario.services);
  if (services.every(([, { gateway }]) => gateway === undefined)) return undefined;
  const ofServices = services.map(([name, { gateway: own }]) => {
    if (own === undefined) return shared;
    const rules = timeoutsAndRetriesOf(gatewayOf(scenario, name));
    return own.retries === undefined ? { ...rules, retries: shared.retries } : rules;
  });
  return [...ofServices, ...Object.keys(scenario.ai?.providers ?? {}).map(() => shared)];
}

function timeoutsAndRetriesOf(gateway: GatewaySettings): TimeoutsAndRetries {
  const { timeout, totalTimeout, queue, retries, rejectLatency } = gateway;
  return {
    trySeconds: timeout ?? Number.POSITIVE_INFINITY,
    totalSeconds: totalTimeout ?? Number.POSITIVE_INFINITY,
    centralQueueSeconds: queue?.timeout ?? Number.POSITIVE_INFINITY,
    rejectSeconds: rejectLatency,
    retries: retries && retryRulesOf(retries),
  };
}
