import { meanCalls } from '../gateway/calls/callPlan.js';
import { callsOfEntry } from '../gateway/calls/settings.js';
import { meanVisits } from './callGraph.js';
import { type MeanDemand, meanDemandOf } from './demandCurve.js';
import { routeShare } from './routeShare.js';
import type { Scenario } from './schema.js';

/** Requests of one class that a service gets for each request of a source, calls below it included. */
export interface RequestLoad {
  readonly weight: number;
  readonly demand: MeanDemand;
}

/** What one request of a class means for a service. */
export function requestLoads(
  scenario: Pick<Scenario, 'requests' | 'ai'>,
  className: string,
  service: string,
): RequestLoad[] {
  const { requests } = scenario;
  return [...meanVisits(requests, className)].flatMap(([name, count]) => {
    const weight = count * routeShare(scenario, name, service);
    return weight === 0 ? [] : [{ weight, demand: demandWithCalls(requests, name) }];
  });
}

/** Whether requests of a service hold their slots for answers of models. */
export function modelsAreWaitedFor(scenario: Pick<Scenario, 'requests' | 'ai' | 'traffic'>, service: string): boolean {
  const { requests, traffic } = scenario;
  const sent = Object.values(traffic).map(({ request }) => request ?? '');
  const reached = new Set(sent.flatMap((name) => [...meanVisits(requests, name).keys()]));
  return [...reached].some((name) => routeShare(scenario, name, service) > 0 && waitsForModels(requests, name));
}

/** Mean demand of a class; the time of its calls, where nobody waits, is time in its slot. */
export function demandWithCalls(
  requests: Scenario['requests'],
  name: string,
  known = new Map<string, MeanDemand>(),
): MeanDemand {
  const found = known.get(name);
  if (found !== undefined) return found;
  const secondsOf = (called: string): number => {
    const { cpuSeconds, ioSeconds } = demandWithCalls(requests, called, known);
    return cpuSeconds + ioSeconds;
  };
  const { cpuSeconds, ioSeconds } = meanDemandOf(requests[name]);
  const demand = { cpuSeconds, ioSeconds: ioSeconds + callSeconds(requests[name], secondsOf) };
  known.set(name, demand);
  return demand;
}

/** Whether a class holds its slot for answers of models, whose time is not known in advance: it calls them, directly or not. */
export function waitsForModels(requests: Scenario['requests'], name: string): boolean {
  return (requests[name]?.calls ?? [])
    .flatMap(callsOfEntry)
    .some(({ request }) => requests[request]?.promptTokens !== undefined || waitsForModels(requests, request));
}

/** Mean time of a class's calls; of those at once the longest mean, which is a little less than the mean of the longest. */
function callSeconds({ calls = [] }: Scenario['requests'][string], secondsOf: (called: string) => number): number {
  return calls.reduce((sum, entry) => {
    const isSerial = !('parallel' in entry) && entry.mode === 'serial';
    const each = callsOfEntry(entry).map(
      (call) => secondsOf(call.request) * (isSerial ? meanCalls(call) : Math.min(1, meanCalls(call))),
    );
    return sum + Math.max(...each);
  }, 0);
}
