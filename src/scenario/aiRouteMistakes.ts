import { suggestion } from '../base/nearest.js';
import { hopsOf } from '../gateway/ai/routes/hopsOf.js';
import type { RouteSettings } from '../gateway/ai/routes/settings.js';
import type { Finding } from './finding.js';
import { isProvider, targetNames } from './routeTargets.js';
import type { Scenario } from './schema.js';

type Path = readonly (string | number)[];

/** Places that a request can have been to. */
const mostServices = 30;

/** Routes that lead nowhere, back to themselves or to what takes no tokens, and such as nobody uses. */
export function aiRouteMistakes(scenario: Scenario): Finding[] {
  const { routes } = scenario.ai ?? {};
  if (routes === undefined) return [];
  return Object.entries(routes).flatMap(([name, route]): Finding[] => {
    const path = ['ai', 'routes', name];
    const ofTargets = [...targetMistakes(scenario, route, path), ...fallbackMistakes(scenario, name, path)];
    return [
      ...nameClash(scenario, name, path),
      ...ofTargets,
      ...(ofTargets.length === 0 ? wayMistakes(scenario, name, path) : []),
      ...unusedKeys(route, path),
      ...unusedTimeouts(route, path),
      ...unusedCache(scenario, name, path),
      ...users(scenario, name, path),
    ];
  });
}

/** @param path of the route or the provider */
export function nameClash({ services }: Pick<Scenario, 'services'>, name: string, path: Path): Finding[] {
  if (!Object.hasOwn(services, name)) return [];
  return [
    {
      code: 'name-twice',
      path,
      what: `"${name}" is also a service`,
      why: '`route` and `fallback` name services, providers and routes alike.',
      fix: 'rename one of them.',
    },
  ];
}

function targetMistakes(scenario: Scenario, { to }: RouteSettings, path: Path): Finding[] {
  const known = targetNames(scenario);
  const found = to.flatMap(({ service }, index): Finding[] => {
    const at = [...path, 'to', index, 'service'];
    if (!known.includes(service)) {
      return [
        {
          code: 'unknown-service',
          path: at,
          what: `"${service}" is neither a service nor a provider`,
          why: 'Its requests would have nowhere to go.',
          fix: suggestion(service, known),
        },
      ];
    }
    return to.findIndex((other) => other.service === service) < index
      ? [twice(at, service)]
      : takesTokens(scenario, service, at);
  });
  if (to.some(({ weight }) => weight > 0)) return found;
  return [
    ...found,
    {
      code: 'no-weight',
      path: [...path, 'to'],
      what: 'has no weight above 0',
      why: 'Its requests would have nowhere to go.',
      fix: 'give at least one service a weight.',
    },
  ];
}

function twice(path: Path, name: string): Finding {
  return {
    code: 'no-effect',
    path,
    what: `names ${name} again`,
    why: 'A request visits each service of its route once.',
    fix: 'remove it.',
  };
}

function takesTokens(scenario: Scenario, service: string, path: Path): Finding[] {
  if (isProvider(scenario, service) || scenario.services[service].instance.model !== undefined) return [];
  return [
    {
      code: 'tokens-without-model',
      path,
      what: `names ${service}, whose instances have no \`model\``,
      why: 'Routes of `ai` are for requests with tokens, which only a model server knows what to do with.',
      fix: `add \`model\` to services.${service}.instance, or name a service of model servers.`,
    },
  ];
}

function fallbackMistakes(scenario: Scenario, name: string, path: Path): Finding[] {
  const { routes = {} } = scenario.ai ?? {};
  const known = [...targetNames(scenario), ...Object.keys(routes).filter((other) => other !== name)];
  const { fallback } = routes[name];
  return fallback.flatMap((next, index): Finding[] => {
    const at = [...path, 'fallback', index];
    const way = wayBack(routes, next, name);
    if (way !== undefined) {
      return [
        {
          code: 'fallback-cycle',
          path: at,
          what: `leads back to ${name}: ${[name, ...way].join(' -> ')}`,
          why: 'A request would have been to all of its services already.',
          fix: `remove it, or name a service instead of ${next}.`,
        },
      ];
    }
    if (!known.includes(next)) {
      return [
        {
          code: 'unknown-service',
          path: at,
          what: `"${next}" is no service, provider or route`,
          why: 'A request could not go on there.',
          fix: suggestion(next, known),
        },
      ];
    }
    if (fallback.indexOf(next) < index) return [twice(at, next)];
    return Object.hasOwn(routes, next) ? [] : takesTokens(scenario, next, at);
  });
}

/** The routes from one to another by fallbacks, both included. */
function wayBack(
  routes: Readonly<Record<string, RouteSettings>>,
  from: string,
  to: string,
  seen = new Set<string>(),
): string[] | undefined {
  if (from === to) return [to];
  if (seen.has(from) || !Object.hasOwn(routes, from)) return undefined;
  seen.add(from);
  for (const next of routes[from].fallback) {
    const way = wayBack(routes, next, to, seen);
    if (way !== undefined) return [from, ...way];
  }
  return undefined;
}

function wayMistakes({ ai }: Scenario, name: string, path: Path): Finding[] {
  const { routes = {} } = ai ?? {};
  const hops = hopsOf(routes, name);
  const count = new Set(hops.flat().map(({ service }) => service)).size;
  if (count > mostServices) {
    return [
      {
        code: 'too-many',
        path,
        what: `leads to ${count} services, more than ${mostServices}`,
        why: 'Each request carries where it has been.',
        fix: 'shorten `fallback`.',
      },
    ];
  }
  const [first, ...later] = hops;
  const isNowhere =
    later.length > 0 && later.every((hop) => hop.every(({ service }) => first.every((one) => one.service === service)));
  if (!isNowhere) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'fallback'],
      what: 'leads only to where requests come from',
      why: 'A request visits each service of its route once.',
      fix: 'name another service.',
    },
  ];
}

/** Keys that speak of failures, of a route that has nowhere else to go. */
function unusedKeys({ to, fallback, on, cooldown }: RouteSettings, path: Path): Finding[] {
  if (fallback.length > 0) return [];
  const hasChoice = to.filter(({ weight }) => weight > 0).length > 1;
  const given = [
    ...(cooldown === undefined || hasChoice ? [] : ['cooldown']),
    ...(on === undefined || (hasChoice && cooldown !== undefined) ? [] : ['on']),
  ];
  return given.map((key) => ({
    code: 'no-effect',
    path: [...path, key],
    what: 'stands without `fallback`',
    why: 'Requests have nowhere else to go.',
    fix: 'add `fallback`, or remove it.',
  }));
}

/** What has no time to pass before the whole request is timed out. */
function unusedTimeouts({ timeouts }: RouteSettings, path: Path): Finding[] {
  const { total = Number.POSITIVE_INFINITY } = timeouts;
  const given = (['ttft', 'idle'] as const).filter((key) => (timeouts[key] ?? 0) >= total);
  return given.map((key) => ({
    code: 'no-effect',
    path: [...path, 'timeouts', key],
    what: 'is no shorter than `total`',
    why: 'The request is timed out before.',
    fix: `make it shorter, below total, or remove it.`,
  }));
}

/** The cache stands at the door: requests that fall back to its route have passed it. */
function unusedCache({ requests, ai }: Scenario, name: string, path: Path): Finding[] {
  const { cache } = ai?.routes?.[name] ?? {};
  if (cache === undefined) return [];
  const at = [...path, 'cache'];
  if (!Object.values(requests).some(({ route }) => route === name)) {
    return [
      {
        code: 'no-effect',
        path: at,
        what: `stands in ${name}, which no request class names`,
        why: 'A cache answers when a request arrives, not when it falls back.',
        fix: 'move it to the route that the requests name.',
      },
    ];
  }
  if (cache.hitRate > 0) return [];
  return [
    {
      code: 'no-effect',
      path: [...at, 'hitRate'],
      what: 'is 0',
      why: 'No request finds an answer.',
      fix: 'give the share that does, or remove `cache`.',
      isWarning: true,
    },
  ];
}

function users({ requests, ai }: Scenario, name: string, path: Path): Finding[] {
  const { routes = {} } = ai ?? {};
  const isNamed =
    Object.values(requests).some(({ route }) => route === name) ||
    Object.values(routes).some(({ fallback }) => fallback.includes(name));
  if (isNamed) return [];
  return [
    {
      code: 'no-effect',
      path,
      what: 'is named by no request class and no other route',
      why: 'No request goes there.',
      fix: `write \`route: ${name}\` in a request class, or remove it.`,
      isWarning: true,
    },
  ];
}
