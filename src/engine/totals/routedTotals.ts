import type { RunResult } from '../../results/runResult.js';
import { chooseText } from '../../scenario/routeTargets.js';
import type { Assembly } from '../assemble.js';
import { RouterChooser } from '../routerChooser.js';

/** Where routes that do not go by weight sent requests first; nothing where all go by weight. */
export function routedOf({ gateway, services, providers, input, traffic }: Assembly): Pick<RunResult, 'routed'> {
  const settings = Object.entries(input.scenario.ai?.routes ?? {});
  const { routes } = gateway;
  if (routes === undefined) return {};
  const targets = [...services, ...providers].map(({ name }) => name);
  const routed = settings.flatMap(([route, { choose, to }]) => {
    const classes = traffic.classNames.flatMap((name, index) =>
      input.scenario.requests[name].route === route ? [index] : [],
    );
    if (choose === 'weight' || classes.length === 0) return [];
    const countOf = (service: string) =>
      classes.reduce((sum, index) => sum + routes.sentCounts[index * targets.length + targets.indexOf(service)], 0);
    const router = routes.routeOf(route)?.chooser;
    return [
      {
        route,
        choose: chooseText(choose),
        targets: to.map(({ service }) => ({ name: service, requests: countOf(service) })),
        ...(router instanceof RouterChooser ? { by_weight: router.silentCount } : {}),
      },
    ];
  });
  return routed.length === 0 ? {} : { routed };
}

/** What authors of routers should know and no fault says. */
export function routerFindings({ gateway, input }: Assembly): string[] {
  return Object.keys(input.scenario.ai?.routes ?? {}).flatMap((name) => {
    const chooser = gateway.routes?.routeOf(name)?.chooser;
    if (!(chooser instanceof RouterChooser)) return [];
    return chooser.findings.map((finding) => `router of ${name}: ${finding}`);
  });
}
