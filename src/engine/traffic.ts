import { makesErrors } from '../faults/kinds/index.js';
import type { HedgeSamplers } from '../gateway/hedging/hedging.js';
import type { RequestProfile } from '../gateway/serviceRuntime.js';
import { calledClasses } from '../scenario/callGraph.js';
import { consumerNames } from '../scenario/consumersIn.js';
import { aiRouteOf, firstTargets, targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { firstPrefixes } from '../traffic/prefix.js';
import { type ClientSettings, RequestSampler } from '../traffic/requestSampler.js';
import { firstTurnOf, hasPrefixes, hasSessions, laterTurnOf } from '../traffic/sessions/settings.js';
import type { Source } from '../traffic/source.js';
import { buildSource } from '../traffic/sources/index.js';
import { openTrace } from '../traffic/trace/openTrace.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';

/**
 * All sources of a run with what their requests bring. Arrays are by source, in the scenario's order; those of classes and
 * profiles go on with the classes that are called.
 */
export interface Traffic {
  readonly sourceNames: readonly string[];
  readonly classNames: readonly string[];
  readonly sources: readonly Source[];
  readonly samplers: readonly RequestSampler[];
  readonly profiles: readonly RequestProfile[];
  /** What later turns of sessions bring. */
  turnSamplers(): readonly RequestSampler[];
  /** What tries take that are begun beside others. */
  hedgeSamplers(): HedgeSamplers;
}

/** Opens the sources of a run. */
export function buildTraffic({ scenario, scenarioFolder }: RunInput, streams: RunStreams): Traffic {
  const entries = Object.entries(scenario.traffic);
  const names = targetNames(scenario);
  const classNames = classesOf(scenario);
  const sources = entries.map(([name, settings]) =>
    buildSource(settings, {
      durationSeconds: scenario.duration,
      stream: (purpose) => streams.open(`source ${name}`, purpose),
      indexedStream: (purpose) => streams.openIndexed(`source ${name}`, purpose),
      openFile: (path) => openTrace(scenarioFolder, path),
    }),
  );
  const clients = clientsOf(scenario);
  const drawsErrors = makesErrors(scenario.faults);
  const firstPrefix = firstPrefixes(scenario.requests);
  const samplersOf = (prefix: string, turnOf: typeof firstTurnOf = firstTurnOf) =>
    entries.map(
      ([name], index) =>
        new RequestSampler(
          turnOf(sampledClass(scenario, classNames[index])),
          {
            stream: (purpose) => streams.open(`source ${name}`, `${prefix}${purpose}`),
            indexedStream: (purpose) => streams.openIndexed(`source ${name}`, `${prefix}${purpose}`),
          },
          {
            drawsErrors,
            clients: clients[index],
            firstPrefix: firstPrefix[classNames[index]],
            consumerNames: consumerNames(scenario),
          },
        ),
    );
  return {
    sourceNames: entries.map(([name]) => name),
    classNames,
    sources,
    samplers: samplersOf(''),
    turnSamplers: () => samplersOf('turn ', laterTurnOf),
    hedgeSamplers: () => samplersOf('hedge '),
    profiles: classNames.map((className, index) => profileOf(scenario, className, names, sources[index])),
  };
}

/** The class of each source, and behind them those that are called. */
export function classesOf({ traffic, requests }: Scenario): string[] {
  const ofSources = Object.values(traffic).map(({ request }) => request ?? Object.keys(requests)[0]);
  return [...ofSources, ...calledClasses(requests, ofSources)];
}

function hasClients(source: Source): boolean {
  return source.kind === 'closed' || source.vuPool !== undefined;
}

/** [source] its clients, numbered on from those of the source before. */
function clientsOf({ traffic }: Scenario): (ClientSettings | undefined)[] {
  let firstNumber = 0;
  return Object.values(traffic).map((source) => {
    if (!('clients' in source) || source.clients === undefined) return undefined;
    const settings = { count: source.clients, skew: source.skew ?? 0, firstNumber };
    firstNumber += source.clients;
    return settings;
  });
}

/** Requests of a route always draw where they go: its weights may have to leave one out. */
function sampledClass(scenario: Scenario, name: string): Scenario['requests'][string] {
  const settings = scenario.requests[name];
  return aiRouteOf(scenario, name) === undefined ? settings : { ...settings, route: firstTargets(scenario, name) };
}

function profileOf(
  scenario: Scenario,
  className: string,
  targets: readonly string[],
  source: Source | undefined,
): RequestProfile {
  const settings = scenario.requests[className];
  const weights = firstTargets(scenario, className);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let cumulative = 0;
  const routes = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => {
      cumulative += weight / total;
      return { service: targets.indexOf(name), cumulativeShare: cumulative };
    });
  return {
    memoryBytes: settings.memory,
    networkBytes: settings.requestBytes + settings.responseBytes,
    errorRate: settings.errorRate,
    hasSessions: hasSessions(settings),
    hasPrefix: hasPrefixes(settings),
    hasClients: source !== undefined && hasClients(source),
    routes,
  };
}
