import { makesErrors } from '../faults/kinds/index.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import { type CallPlan, countDraw, type PlannedCall } from '../gateway/calls/callPlan.js';
import { type CalledClass, CallSampler } from '../gateway/calls/callSampler.js';
import type { CallsSetup } from '../gateway/calls/callsSetup.js';
import type { PoolLimits } from '../gateway/calls/pools.js';
import { type CallSettings, callsOfEntry } from '../gateway/calls/settings.js';
import type { RetryRules } from '../gateway/retryRules.js';
import { retryRulesOf } from '../gateway/retrySettings.js';
import { type TimeoutsAndRetries, withTotal } from '../gateway/timeoutsAndRetries.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { CallLog } from '../record/callLog.js';
import { aiRouteOf, targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { firstPrefixes, prefixDraws } from '../traffic/prefix.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { outputDraws, promptDraws } from '../traffic/tokens.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

interface CallsParts {
  readonly scenario: Scenario;
  readonly traffic: Traffic;
  readonly requests: RequestTable;
  readonly streams: RunStreams;
  /** Of requests that are sent to a service. */
  rulesOf(service: number): TimeoutsAndRetries;
  /** Undefined where no class calls. */
  readonly links: CallLinks | undefined;
  readonly callLog: CallLog | undefined;
  toolAnswered(session: number, answerSeconds: number): void;
}

/** Who calls whom, and how; undefined where no class that is reached calls. */
export function assembleCalls(parts: CallsParts): CallsSetup | undefined {
  const { scenario, traffic, streams, links, callLog: log, toolAnswered } = parts;
  const { classNames, sourceNames } = traffic;
  if (links === undefined || log === undefined) return undefined;
  const calls: PlannedCall[] = [];
  const planOfClass = new Map<string, CallPlan | undefined>();
  for (const name of classNames) {
    if (!planOfClass.has(name)) planOfClass.set(name, planOf(name, calls, parts));
  }
  const toolOfClass = new Map(
    [...planOfClass.keys()].map((name): [string, PlannedCall | undefined] => [name, toolOf(name, calls, parts)]),
  );
  log.names.push(...calls.map(({ caller, settings }) => ({ caller, callee: settings.request })));
  return {
    links,
    log,
    plans: classNames.map((name) => planOfClass.get(name)),
    calls,
    classes: classNames.map((name, profile) =>
      profile < sourceNames.length ? undefined : calledClass(scenario, name),
    ),
    tools: sourceNames.map((_, source) => toolOfClass.get(classNames[source])),
    toolAnswered,
    sampler: new CallSampler(
      sourceNames.map((name) => ({
        demand: streams.openIndexed(`source ${name}`, 'call'),
        shape: streams.openIndexed(`source ${name}`, 'call count'),
        retry: streams.openIndexed(`source ${name}`, 'call retry'),
        hop: streams.openIndexed(`source ${name}`, 'call fallback'),
        cache: streams.openIndexed(`source ${name}`, 'call cache'),
      })),
      parts.requests,
    ),
    poolLimits: poolLimits(scenario),
    outerGroupCount: sourceNames.length * targetNames(scenario).length,
  };
}

/** Undefined where no instance has a pool. */
function poolLimits({ services }: Scenario): PoolLimits | undefined {
  const names = Object.keys(services);
  const pools = Object.values(services).map(({ instance }) => instance.poolTo);
  if (pools.every((pool) => pool === undefined)) return undefined;
  return pools.map((pool) => names.map((name) => pool?.[name]));
}

function planOf(name: string, all: PlannedCall[], parts: CallsParts): CallPlan | undefined {
  return parts.scenario.requests[name].calls?.map((entry) => {
    const calls = callsOfEntry(entry).map((settings) => {
      const call = plannedCall(all.length, name, settings, parts);
      all.push(call);
      return call;
    });
    return { calls, isSerial: !('parallel' in entry) && entry.mode === 'serial' };
  });
}

/** What agents of a class call between their turns; one that fails is an answer like another. */
function toolOf(name: string, all: PlannedCall[], parts: CallsParts): PlannedCall | undefined {
  const { tools } = parts.scenario.requests[name].agent ?? {};
  if (tools === undefined) return undefined;
  const settings = {
    request: tools.request,
    count: tools.perTurn,
    share: 1,
    onError: 'ignore',
    cancel: false,
  } as const;
  const call = plannedCall(all.length, name, settings, parts);
  all.push(call);
  return call;
}

function plannedCall(number: number, caller: string, settings: CallSettings, parts: CallsParts): PlannedCall {
  const { scenario, traffic } = parts;
  const own = settings.retries && retryRulesOf(settings.retries);
  const { total = Number.POSITIVE_INFINITY } = aiRouteOf(scenario, settings.request)?.timeouts ?? {};
  return {
    number,
    caller,
    settings,
    profile: traffic.classNames.indexOf(settings.request, traffic.sourceNames.length),
    share: settings.share,
    ...countDraw(settings.count),
    ignoresErrors: settings.onError === 'ignore',
    isCancelled: settings.cancel,
    rules: targetNames(scenario).map((_, service) =>
      withTotal(callRules(settings.timeout, own, parts.rulesOf(service)), total),
    ),
  };
}

/** What the call itself says goes before the gateway. */
function callRules(
  timeout: number | undefined,
  retries: RetryRules | undefined,
  gateway: TimeoutsAndRetries,
): TimeoutsAndRetries {
  if (timeout === undefined && retries === undefined) return gateway;
  return {
    ...gateway,
    ...(timeout === undefined ? {} : { trySeconds: timeout }),
    ...(retries === undefined ? {} : { retries }),
  };
}

function calledClass(scenario: Scenario, name: string): CalledClass {
  const { requests, faults } = scenario;
  const { cpu, io, patience, route, errorRate, prefix, ...tokens } = requests[name];
  const goesToAiRoute = aiRouteOf(scenario, name) !== undefined;
  return {
    cpu: promptDraws(tokens) ?? (cpu && buildDistribution(cpu)),
    io: outputDraws(tokens) ?? (io && buildDistribution(io)),
    patience: patience && buildDistribution(patience),
    prefix: prefix && prefixDraws(prefix, firstPrefixes(requests)[name]),
    hasRoutes: typeof route !== 'string' || goesToAiRoute,
    goesToAiRoute,
    drawsErrors: errorRate > 0 || makesErrors(faults),
  };
}
