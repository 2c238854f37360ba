import type { PostedPrice } from '../gateway/ai/routes/choosers/chooserParts.js';
import type { RouteSettings } from '../gateway/ai/routes/settings.js';
import type { LoadedRouter, RouteRequest } from '../policy/router.js';
import type { PolicyLog } from '../record/policyLog.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { consumerNames } from '../scenario/consumersIn.js';
import type { Scenario } from '../scenario/schema.js';
import type { MetricsView } from '../telemetry/metricsView.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { hasPrefixes } from '../traffic/sessions/settings.js';
import type { Core } from './core.js';
import { RouterChooser } from './routerChooser.js';
import { RouterHost } from './routerHost.js';
import { SeenTargets } from './seenTargets.js';

/** The routers of a run, read and checked, and what they print to. */
export interface LoadedRouters {
  readonly byRoute: ReadonlyMap<string, LoadedRouter>;
  readonly log: PolicyLog;
}

/** A service or a provider, as a router knows it. */
export interface RoutedTarget {
  readonly name: string;
  readonly fleet?: { readonly readyCount: number };
  readonly provider?: { readonly spentUsd: number };
}

interface RouterParts extends Pick<Core, 'input' | 'clock' | 'nowSeconds'> {
  readonly routers: LoadedRouters | undefined;
  readonly services: readonly RoutedTarget[];
  /** [source] */
  readonly classNames: readonly string[];
  readonly longestAnswers: Float64Array;
  readonly prices: readonly (PostedPrice | undefined)[];
  readonly view: MetricsView;
  isCooling(target: number, nowSeconds: number): boolean;
}

/** The router of a route, started. */
export function assembleRouter(route: string, { to }: RouteSettings, parts: RouterParts): RouterChooser | undefined {
  const { input, routers, services, prices, view, clock, nowSeconds, isCooling } = parts;
  const { scenario, scenarioFolder, replication, onPolicy } = input;
  const loaded = routers?.byRoute.get(route);
  if (routers === undefined || loaded === undefined) return undefined;
  const host = new RouterHost({
    route,
    run: { seed: scenario.seed, replication },
    startSeconds: calendarStartOf(scenario, scenarioFolder).seconds,
    env: scenario.policyEnv,
    nowSeconds,
    log: (text) => routers.log.add({ timeSeconds: nowSeconds(), service: route, text }),
  });
  const targets = to.map(({ service }) => {
    const index = services.findIndex(({ name }) => name === service);
    const { fleet, provider } = services[index];
    return {
      name: service,
      index,
      price: prices[index],
      readyCount: fleet && (() => fleet.readyCount),
      spentUsd: provider && (() => provider.spentUsd),
    };
  });
  onPolicy?.(0, true);
  const router = loaded.start(host, route);
  onPolicy?.(0, false);
  const seen = new SeenTargets({ targets, view, clock, isCooling });
  return new RouterChooser({
    fileName: loaded.fileName,
    router,
    seen,
    requestOf: requestReader(scenario, route, parts),
    nowSeconds,
    fromSeconds: scenario.warmup,
    onPolicy,
  });
}

/** What a router is told of an arrival. */
function requestReader(scenario: Scenario, route: string, { classNames, longestAnswers }: RouterParts) {
  const consumers = consumerNames(scenario);
  const priorities = consumers.map((name) => scenario.ai?.consumers?.[name]?.priority ?? 0);
  const classes = classNames.map((name) => {
    const { tier, priority } = scenario.requests[name];
    return { name, tier, priority, hasPrefix: hasPrefixes(scenario.requests[name]) };
  });
  return (block: ArrivalBlock, arrival: number): RouteRequest => {
    const source = block.sources[arrival];
    const { name, tier, priority, hasPrefix } = classes[source];
    const consumer = block.consumers[arrival];
    return {
      model: route,
      class: name,
      promptTokens: block.cpuSeconds[arrival],
      maxOutputTokens: longestAnswers[source],
      priority: priority ?? priorities[consumer] ?? 0,
      ...(tier === undefined ? {} : { tier }),
      ...(consumer < 0 ? {} : { consumer: consumers[consumer] }),
      ...(hasPrefix && block.prefixes[arrival] >= 0 ? { prefix: block.prefixes[arrival] } : {}),
    };
  };
}
