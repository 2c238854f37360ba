import type { Chooser } from '../gateway/ai/routes/choosers/chooser.js';
import { choosers } from '../gateway/ai/routes/choosers/index.js';
import { hopsOf } from '../gateway/ai/routes/hopsOf.js';
import { Route } from '../gateway/ai/routes/route.js';
import type { HopCount, RouteNews, RoutesOptions } from '../gateway/ai/routes/routes.js';
import { fallbackCauses } from '../gateway/ai/routes/settings.js';
import type { Clock } from '../kernel/clock.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import type { StandingLog } from '../record/standingLog.js';
import { postedPrices } from '../scenario/postedPrices.js';
import { aiRouteOf } from '../scenario/routeTargets.js';
import { defaultFeed } from '../telemetry/feed.js';
import type { Telemetry } from '../telemetry/telemetry.js';
import { longestAnswersOf } from './assembleConsumers.js';
import { assembleRouter, type LoadedRouters, type RoutedTarget } from './assembleRouters.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

/** A service or a provider. */
export interface RoutedService extends RoutedTarget {
  readonly standing?: StandingLog | undefined;
  readonly featureCounts: FeatureCounts;
}

interface RoutesParts {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly streams: RunStreams;
  readonly services: readonly RoutedService[];
  readonly clock: Clock;
  readonly routers: LoadedRouters | undefined;
  readonly telemetry: Telemetry;
  nowSeconds(): number;
}

/** The routes that classes go to; undefined where none does. Classes of one route share its cooldowns. */
export function assembleRoutes(parts: RoutesParts): RoutesOptions | undefined {
  const { input, traffic, streams, services } = parts;
  const { scenario } = input;
  const names = traffic.classNames.map((name) => aiRouteOf(scenario, name)?.name);
  if (names.every((name) => name === undefined)) return undefined;
  const serviceNames = services.map(({ name }) => name);
  const routes = new Map(
    [...new Set(names)].flatMap((name) =>
      name === undefined ? [] : [[name, buildRoute(name, parts, serviceNames)] as const],
    ),
  );
  const counts: HopCount[] = [];
  for (const [index, { featureCounts }] of services.entries()) {
    featureCounts.set('fallbacks', () => cameTo(counts, index));
  }
  return {
    serviceNames,
    ofProfiles: names.map((name) => (name === undefined ? undefined : routes.get(name))),
    hopStreams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'fallback')),
    news: routeNews(parts),
    counts,
    fromSeconds: scenario.warmup,
  };
}

function cameTo(counts: readonly HopCount[], service: number): number {
  return counts.reduce((sum, { to, moved, skipped }) => sum + (to === service ? moved + skipped : 0), 0);
}

function buildRoute(name: string, parts: RoutesParts, serviceNames: readonly string[]): Route {
  const routes = parts.input.scenario.ai?.routes ?? {};
  const { on, cooldown, timeouts, fallback, to } = routes[name];
  // Of its own services those without weight, too: policies may give them some.
  const hops = [to, ...hopsOf(routes, name).slice(1)].map((hop) =>
    hop.map(({ service, weight }) => ({ service: serviceNames.indexOf(service), weight })),
  );
  const given = cooldown ?? (fallback.length > 0 ? { failures: 3, window: 60, for: 5 } : 'none');
  const route: Route = new Route(
    {
      name,
      hops,
      causes: on ?? fallbackCauses,
      cooldown:
        given === 'none' ? undefined : { failures: given.failures, windowSeconds: given.window, forSeconds: given.for },
      ttftSeconds: timeouts.ttft ?? Number.POSITIVE_INFINITY,
      idleSeconds: timeouts.idle ?? Number.POSITIVE_INFINITY,
      totalSeconds: timeouts.total ?? Number.POSITIVE_INFINITY,
      chooser: chooserOf(name, parts, serviceNames, (target, now) => route.isCooling(target, now)),
    },
    serviceNames.length,
  );
  return route;
}

type IsCooling = (target: number, nowSeconds: number) => boolean;

function chooserOf(
  name: string,
  parts: RoutesParts,
  serviceNames: readonly string[],
  isCooling: IsCooling,
): Chooser | undefined {
  const { input, clock, traffic, telemetry } = parts;
  const { scenario } = input;
  const settings = scenario.ai?.routes?.[name];
  if (settings === undefined) return undefined;
  // One answer for all targets: it is the class's.
  const longestAnswers = longestAnswersOf(scenario).filter((_, group) => group % serviceNames.length === 0);
  const prices = postedPrices(scenario);
  if (typeof settings.choose !== 'string') {
    const { classNames } = traffic;
    const view = telemetry.viewOf([defaultFeed]);
    return assembleRouter(name, settings, { ...parts, classNames, longestAnswers, prices, view, isCooling });
  }
  const targets = settings.to.map(({ service }) => serviceNames.indexOf(service));
  return choosers[settings.choose]({ clock, targets, prices, longestAnswers });
}

/** Counts cooldowns, and tells the events and the pictures of them. */
function routeNews({ input, services, nowSeconds }: RoutesParts): RouteNews {
  const { onEvent, scenario } = input;
  const counts = new Float64Array(services.length);
  for (const [index, { featureCounts }] of services.entries()) featureCounts.set('cooldowns', () => counts[index]);
  return {
    coolsDown(route, service, untilSeconds) {
      const { name, standing } = services[service];
      if (nowSeconds() >= scenario.warmup) counts[service]++;
      standing?.coolsDown(nowSeconds(), untilSeconds);
      onEvent?.({ time_s: nowSeconds(), kind: 'cooldown', service: name, route, until_s: untilSeconds });
    },
  };
}
