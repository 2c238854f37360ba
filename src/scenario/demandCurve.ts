import { buildSpeed } from '../fleet/speeds/index.js';
import { buildDistribution } from '../random/distributions/index.js';
import { mmcLatencyTail } from '../stats/queueing.js';
import type { Scenario } from './schema.js';

/** Share of an instance's capacity that "needed" counts on (CONTRACT section 4). */
export const TARGET_SHARE = 0.8;

/** Mean demands of the requests that reach a service, seconds. */
export interface MeanDemand {
  readonly cpuSeconds: number;
  readonly ioSeconds: number;
}

/** Mean demands of a request class. */
export function meanDemandOf(settings: Scenario['requests'][string]): MeanDemand {
  return {
    cpuSeconds: settings.cpu === undefined ? 0 : buildDistribution(settings.cpu).meanSeconds,
    ioSeconds: settings.io === undefined ? 0 : buildDistribution(settings.io).meanSeconds,
  };
}

/** Requests a second one instance can serve: min(vcpus / E[cpu], concurrency / (E[cpu] + E[io])). */
export function capacityPerSecond({ instance }: Scenario['services'][string], demand: MeanDemand): number {
  const { vcpus, speed, concurrency = Number.POSITIVE_INFINITY } = instance;
  const total = demand.cpuSeconds + demand.ioSeconds;
  const bySlots = total === 0 ? Number.POSITIVE_INFINITY : concurrency / total;
  if (demand.cpuSeconds === 0) return bySlots;
  const fastest = speed === undefined ? vcpus : fastestSpeed(buildSpeed(speed, { vcpus }), concurrency);
  return Math.min(fastest / demand.cpuSeconds, bySlots);
}

/** Counts up to which a speed curve is searched for its maximum; USL and tables peak far below. */
const SPEED_SEARCH = 4096;

function fastestSpeed(speed: { at(running: number): number }, concurrency: number): number {
  let fastest = 0;
  for (let running = 1; running <= Math.min(concurrency, SPEED_SEARCH); running++)
    fastest = Math.max(fastest, speed.at(running));
  return fastest;
}

/** Instances a service needs at a rate: 80 % of capacity; Erlang C where only io is used and an slo is set. */
export function neededInstances(
  scenario: Scenario,
  serviceName: string,
  { ratePerSecond, demand }: { readonly ratePerSecond: number; readonly demand: MeanDemand },
): number {
  const service = scenario.services[serviceName];
  const capacity = capacityPerSecond(service, demand);
  const { min } = service.scaling;
  if (ratePerSecond <= 0 || capacity === Number.POSITIVE_INFINITY) return min;
  const concurrency = service.instance.concurrency;
  if (demand.cpuSeconds > 0 || scenario.slo === undefined || concurrency === undefined) {
    return Math.max(min, Math.ceil(ratePerSecond / (TARGET_SHARE * capacity) - 1e-9));
  }
  return Math.max(
    min,
    leastByErlang({ ratePerSecond, demandMeanSeconds: demand.ioSeconds, concurrency, slo: scenario.slo }),
  );
}

interface ErlangQuestion {
  readonly ratePerSecond: number;
  readonly demandMeanSeconds: number;
  readonly concurrency: number;
  readonly slo: { readonly latency: number; readonly objective: number };
}

/** Instances beyond which the search gives up: the SLO is below the demand itself. */
const ERLANG_SPARE = 1000;

/** Least n with P(latency > SLO) <= 1 - objective for n x concurrency exponential servers. */
function leastByErlang({ ratePerSecond, demandMeanSeconds, concurrency, slo }: ErlangQuestion): number {
  const load = ratePerSecond * demandMeanSeconds;
  const first = Math.floor(load / concurrency) + 1;
  // Even alone a request is too late too often: no number of instances helps, so the share of capacity decides.
  const isHopeless = Math.exp(-slo.latency / demandMeanSeconds) > 1 - slo.objective;
  if (isHopeless) return Math.ceil(load / (TARGET_SHARE * concurrency));
  for (let count = first; count < first + ERLANG_SPARE; count++) {
    const queue = { serverCount: count * concurrency, ratePerSecond, demandMeanSeconds };
    if (load < queue.serverCount && mmcLatencyTail(queue, slo.latency) <= 1 - slo.objective) return count;
  }
  return Math.ceil(load / (TARGET_SHARE * concurrency));
}
