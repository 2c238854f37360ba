import type { Chooser } from '../gateway/ai/routes/choosers/chooser.js';
import { choosers } from '../gateway/ai/routes/choosers/index.js';
import { hopsOf } from '../gateway/ai/routes/hopsOf.js';
import { Route } from '../gateway/ai/routes/route.js';
import type { HopCount, RouteNews, RoutesOptions } from '../gateway/ai/routes/routes.js';
import { fallbackCauses, type RouteSettings } from '../gateway/ai/routes/settings.js';
import type { Clock } from '../kernel/clock.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import type { StandingLog } from '../record/standingLog.js';
import { postedPrices } from '../scenario/postedPrices.js';
import { aiRouteOf } from '../scenario/routeTargets.js';
import { longestAnswersOf } from './assembleConsumers.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

/** A service or a provider. */
export interface RoutedService {
  readonly name: string;
  readonly standing?: StandingLog | undefined;
  readonly featureCounts: FeatureCounts;
}

interface RoutesParts {
  readonly input: RunInput;
  readonly traffic: Traffic;
  readonly streams: RunStreams;
  readonly services: readonly RoutedService[];
  readonly clock: Clock;
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
  return new Route(
    {
      name,
      hops,
      causes: on ?? fallbackCauses,
      cooldown:
        given === 'none' ? undefined : { failures: given.failures, windowSeconds: given.window, forSeconds: given.for },
      ttftSeconds: timeouts.ttft ?? Number.POSITIVE_INFINITY,
      totalSeconds: timeouts.total ?? Number.POSITIVE_INFINITY,
      chooser: chooserOf(routes[name], parts, serviceNames),
    },
    serviceNames.length,
  );
}

function chooserOf(
  { choose, to }: RouteSettings,
  { input: { scenario }, clock }: RoutesParts,
  serviceNames: readonly string[],
): Chooser | undefined {
  // One answer for all targets: it is the class's.
  const longestAnswers = longestAnswersOf(scenario).filter((_, group) => group % serviceNames.length === 0);
  const targets = to.map(({ service }) => serviceNames.indexOf(service));
  return choosers[choose]({ clock, targets, prices: postedPrices(scenario), longestAnswers });
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
