import { countText } from '../../../engine/limits/amounts.js';
import { hopsOf } from '../../../gateway/ai/routes/hopsOf.js';
import { meanCalls } from '../../../gateway/calls/callPlan.js';
import { type CallSettings, callsOfEntry } from '../../../gateway/calls/settings.js';
import { meanVisits } from '../../../scenario/callGraph.js';
import { expectedArrivals } from '../../../scenario/expectedArrivals.js';
import { gatewayOf } from '../../../scenario/gatewayOf.js';
import { aiRouteOf, reachedTargets } from '../../../scenario/routeTargets.js';
import type { Scenario } from '../../../scenario/schema.js';
import type { Limit, Part } from '../limit.js';

/** Tries allowed for each request allowed: retries of a run that fares badly. */
const triesPerRequest = 10;

/** Calls expected in one run, and a tenth of the tries if every one of them fails: retries multiply from layer to layer. */
export const calls: Limit = {
  code: 'too-many-calls',
  needsTraffic: true,
  parts: ({ scenario, folder }) => {
    const { requests, traffic } = scenario;
    if (Object.values(requests).every(({ calls, agent }) => calls === undefined && agent?.tools === undefined))
      return [];
    const arrivals = expectedArrivals(scenario, folder);
    return Object.entries(traffic).flatMap(([source, { request = '' }]): Part[] => {
      const { calls: own, agent } = requests[request];
      if (own === undefined && agent?.tools === undefined) return [];
      const visits = meanVisits(requests, request);
      const all = [...visits.values()].reduce((sum, count) => sum + count, 0);
      // A request here is a turn, where an arrival brings several.
      const fanOut = all / (visits.get(request) ?? 1) - 1;
      const { tries, way } = worstBelow(scenario, request, new Map());
      const outer = mostAttempts(scenario, request, undefined);
      const amount = arrivals[source] * Math.max(fanOut, (outer * tries) / triesPerRequest);
      const shown = `${countText(amount)} calls along ${[request, ...way].join(' -> ')}`;
      const text = `${shown} (${round(fanOut)} calls a request, ${countText(outer * tries)} tries if all fail)`;
      return [{ path: `requests.${request}.${own === undefined ? 'agent.tools' : 'calls'}`, amount, text }];
    });
  },
  allowed: ({ requestCount }) => requestCount,
  show: (amount) => `${countText(amount)} calls`,
  why: 'Each request makes them all, and where the innermost fails every layer tries again: the tries multiply.',
  advice: 'lower `count`, or `retries.attempts` of all layers but one',
  option: (amount) => `--max-requests ${Math.ceil(amount)}`,
};

interface Worst {
  /** Tries of all calls below one try of the class. */
  readonly tries: number;
  /** The classes below by whose way most of them come. */
  readonly way: readonly string[];
}

function worstBelow(scenario: Scenario, name: string, known: Map<string, Worst>): Worst {
  const found = known.get(name);
  if (found !== undefined) return found;
  let [tries, most, way]: [number, number, readonly string[]] = [0, 0, []];
  for (const call of callsOf(scenario.requests[name])) {
    const below = worstBelow(scenario, call.request, known);
    const own = meanCalls(call) * mostAttempts(scenario, call.request, call.retries) * (1 + below.tries);
    tries += own;
    if (own > most) [most, way] = [own, [call.request, ...below.way]];
  }
  const worst = { tries, way };
  known.set(name, worst);
  return worst;
}

/** What a request of a class calls, the tools of an agent among it. */
function callsOf({
  calls = [],
  agent,
}: Scenario['requests'][string]): Pick<CallSettings, 'request' | 'count' | 'share' | 'retries'>[] {
  const own = calls.flatMap(callsOfEntry);
  const { tools } = agent ?? {};
  return tools === undefined
    ? own
    : [...own, { request: tools.request, count: tools.perTurn, share: 1, retries: undefined }];
}

/** Tries of a request of a class at most, at the service that gives it most, and once at each further hop of its route. */
function mostAttempts(scenario: Scenario, request: string, own: CallSettings['retries']): number {
  const services = reachedTargets(scenario, request);
  const atOne = Math.max(1, ...services.map((name) => own ?? gatewayOf(scenario, name).retries).map(attemptsOf));
  const route = aiRouteOf(scenario, request);
  return atOne + (route === undefined ? 0 : hopsOf(scenario.ai?.routes ?? {}, route.name).length - 1);
}

function attemptsOf(retries: CallSettings['retries']): number {
  const { attempts, budget } = retries ?? { attempts: 1 };
  return budget === undefined ? attempts : Math.min(attempts, 1 + budget);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
