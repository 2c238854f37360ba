import { Gateway, type GatewayOptions } from '../gateway/gateway.js';
import type { InstanceWork } from '../gateway/instanceWork.js';
import type { PatienceRules } from '../gateway/patienceRules.js';
import type { RequestGateway } from '../gateway/requestGateway.js';
import { RetryRules } from '../gateway/retryRules.js';
import { ShortGateway } from '../gateway/shortGateway.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Scenario } from '../scenario/schema.js';
import type { Clients } from '../traffic/clients.js';
import { EventLoop } from './loops/eventLoop.js';
import { fitsShortLoop } from './loops/fitsShortLoop.js';
import type { RequestLoop } from './loops/requestLoop.js';
import { ShortLoop } from './loops/shortLoop.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

export interface GatewayParts extends Omit<GatewayOptions, 'rules' | 'retryStreams' | 'profiles'> {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly calendar: Calendar;
  readonly streams: RunStreams;
}

export interface AssembledGateway {
  readonly gateway: RequestGateway;
  /** What faults act on. */
  readonly work: InstanceWork | undefined;
  loopOf(clients: Clients): RequestLoop;
}

/** The gateway and its loop: the short ones where every request can take them, else the general ones. */
export function assembleGateway(parts: GatewayParts): AssembledGateway {
  const { input, traffic, streams } = parts;
  const options = { ...parts, profiles: traffic.profiles };
  // The short way tells of answers in blocks, not each at its time.
  if (input.loop !== 'events' && input.onEvent === undefined && fitsShortLoop(input.scenario, traffic)) {
    const gateway = new ShortGateway(options);
    return { gateway, work: undefined, loopOf: (clients) => new ShortLoop({ ...parts, gateway, clients }) };
  }
  const gateway = new Gateway({
    ...options,
    rules: patienceRulesOf(input.scenario),
    retryStreams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'retry')),
  });
  return { gateway, work: gateway.work, loopOf: (clients) => new EventLoop({ ...parts, gateway, clients }) };
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
