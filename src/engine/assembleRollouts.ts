import { Rollout } from '../gateway/ai/rollout/rollout.js';
import type { Route } from '../gateway/ai/routes/route.js';
import type { RoutesOptions } from '../gateway/ai/routes/routes.js';
import * as rank from '../kernel/rank.js';
import { isGraded } from '../scenario/qualityIn.js';
import type { RoutedService } from './assembleRoutes.js';
import type { Core } from './core.js';

interface RolloutsParts extends Pick<Core, 'input' | 'calendar' | 'nowSeconds'> {
  readonly routes: RoutesOptions | undefined;
  /** And the providers behind them. */
  readonly services: readonly RoutedService[];
}

/** Routes whose weights move by themselves, each planned from step to step. */
export function assembleRollouts(parts: RolloutsParts): Rollout[] {
  const routes = new Set(parts.routes?.ofProfiles.filter((route) => route !== undefined) ?? []);
  return [...routes].flatMap((route) => rolloutOf(parts, route) ?? []);
}

function rolloutOf(
  { input, calendar, nowSeconds, routes, services }: RolloutsParts,
  route: Route,
): Rollout | undefined {
  const { scenario, onEvent } = input;
  const { rollout: settings, to } = scenario.ai?.routes?.[route.name] ?? {};
  if (settings === undefined || to === undefined) return undefined;
  const [oldService, newService] = to.map(({ service }) => services.findIndex(({ name }) => name === service));
  const versions = (routes?.ofProfiles ?? []).flatMap((own) =>
    services.map((_, service) => (own === route ? [oldService, newService].indexOf(service) : -1)),
  );
  const rollout = new Rollout({
    route,
    settings,
    oldService,
    newService,
    versions: Int8Array.from(versions),
    gradeSeconds: isGraded(scenario) ? (scenario.ai?.grading?.delay ?? 0) : 0,
    news: ({ percent }, isAborted) => {
      const { name, standing } = services[newService];
      if (isAborted) standing?.rolledBack(nowSeconds());
      onEvent?.({
        time_s: nowSeconds(),
        kind: 'rollout',
        service: name,
        route: route.name,
        percent: isAborted ? 0 : percent,
      });
    },
  });
  const plan = (count: number): void => {
    const dueSeconds = count * settings.every;
    if (dueSeconds >= scenario.duration) return;
    calendar.at(dueSeconds, rank.decide, () => {
      if (rollout.judge(nowSeconds())) plan(count + 1);
    });
  };
  plan(1);
  return rollout;
}
