import { eventKind } from '../gateway/eventKind.js';
import { Gateway } from '../gateway/gateway.js';
import type { GatewayOptions } from '../gateway/gatewayOptions.js';
import type { InstanceWork } from '../gateway/instanceWork.js';
import type { PatienceRules } from '../gateway/patienceRules.js';
import type { RequestGateway } from '../gateway/requestGateway.js';
import { RetryRules } from '../gateway/retryRules.js';
import { serviceOf } from '../gateway/serviceOf.js';
import { ShortGateway } from '../gateway/shortGateway.js';
import type { Calendar } from '../kernel/calendar.js';
import type { ArrivalBlock } from '../record/arrivalBlock.js';
import type { TimelineLog } from '../record/timelineLog.js';
import type { Scenario } from '../scenario/schema.js';
import { Clients } from '../traffic/clients.js';
import { OpenArrivals } from '../traffic/openArrivals.js';
import type { Fingerprint } from './fingerprint.js';
import { EventLoop } from './loops/eventLoop.js';
import { fitsShortLoop } from './loops/fitsShortLoop.js';
import type { RequestLoop } from './loops/requestLoop.js';
import { ShortLoop } from './loops/shortLoop.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

export interface GatewayParts extends Omit<GatewayOptions, 'rules' | 'retryStreams' | 'profiles' | 'clientAnswered'> {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly calendar: Calendar;
  readonly streams: RunStreams;
  readonly timeline: TimelineLog | undefined;
  readonly fingerprint: Fingerprint | undefined;
}

export interface AssembledGateway {
  readonly gateway: RequestGateway;
  /** What faults act on. */
  readonly work: InstanceWork | undefined;
  readonly loop: RequestLoop;
}

/** The gateway and its loop: the short ones where every request can take them, else the general ones. */
export function assembleGateway(parts: GatewayParts): AssembledGateway {
  const { input, traffic } = parts;
  // The short way tells of requests in blocks, not each at its time, and balancers nothing of answers.
  const isHeard = input.onEvent !== undefined || parts.desks.some(({ rotation }) => rotation.hearsAnswers);
  return input.loop !== 'events' && !isHeard && fitsShortLoop(input.scenario, traffic)
    ? assembleShort(parts)
    : assembleGeneral(parts);
}

function assembleShort(parts: GatewayParts): AssembledGateway {
  const { traffic, desks, log, ledger, timeline, fingerprint } = parts;
  const { profiles, samplers } = traffic;
  const gateway = new ShortGateway({ ...parts, profiles });
  const arrivals = new OpenArrivals({
    sources: traffic.sources.filter((source) => source.kind === 'open'),
    samplers,
    serviceCount: desks.length,
    endSeconds: parts.input.scenario.duration,
    routeCountOf: (source) => profiles[source].routes.length,
    serviceOf: (source, routeUniform) => serviceOf(profiles[source], routeUniform),
  });
  const tellArrivals = (block: ArrivalBlock, from: number, to: number): void => {
    ledger.arrivedAll(block, from, to);
    log.attemptedAll(block, from, to);
    timeline?.arrivedAll(block, from, to);
    fingerprint?.requests(block, from, to);
  };
  return { gateway, work: undefined, loop: new ShortLoop({ ...parts, gateway, arrivals, tellArrivals }) };
}

function assembleGeneral(parts: GatewayParts): AssembledGateway {
  const { input, traffic, streams, desks, log, ledger, timeline, fingerprint } = parts;
  const gateway: Gateway = new Gateway({
    ...parts,
    profiles: traffic.profiles,
    rules: patienceRulesOf(input.scenario),
    retryStreams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'retry')),
    clientAnswered: (source, user, answerSeconds) => clients.answered(source, user, answerSeconds),
  });
  const clients = new Clients({
    ...parts,
    sources: traffic.sources,
    samplers: traffic.samplers,
    wakeKind: eventKind.userWakes,
    send: (source, user, arrivalNumber, sampler) => {
      fingerprint?.request(source, gateway.nowSeconds, sampler);
      ledger.arrived(gateway.nowSeconds);
      const service = gateway.arrive(source, user, arrivalNumber, sampler);
      timeline?.arrived(service);
    },
    dropped: (source, atSeconds) => log.dropped(source * desks.length, atSeconds),
    nowSeconds: () => gateway.nowSeconds,
  });
  return { gateway, work: gateway.work, loop: new EventLoop({ ...parts, gateway, clients }) };
}

function patienceRulesOf({ gateway }: Scenario): PatienceRules {
  const { timeout, totalTimeout, queue, retries, rejectLatency } = gateway;
  return {
    trySeconds: timeout ?? Number.POSITIVE_INFINITY,
    totalSeconds: totalTimeout ?? Number.POSITIVE_INFINITY,
    lineSeconds: queue?.timeout ?? Number.POSITIVE_INFINITY,
    rejectSeconds: rejectLatency,
    retries:
      retries &&
      new RetryRules({
        attemptCount: retries.attempts,
        causes: retries.on,
        baseSeconds: retries.backoff.base,
        factor: retries.backoff.factor,
        jitter: retries.backoff.jitter,
        budgetRatio: retries.budget ?? Number.POSITIVE_INFINITY,
      }),
  };
}
