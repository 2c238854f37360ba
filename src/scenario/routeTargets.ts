import { basename } from 'node:path';
import { hopsOf } from '../gateway/ai/routes/hopsOf.js';
import type { RouteSettings } from '../gateway/ai/routes/settings.js';
import type { AiSettings } from '../gateway/ai/settings.js';

/** The parts of a scenario that say where requests go. */
interface Routed {
  readonly requests: Readonly<Record<string, { readonly route: string | Readonly<Record<string, number>> }>>;
  readonly ai?: AiSettings | undefined;
}

/** Where requests may go, by their indexes: the services, and behind them the providers. */
export function targetNames(scenario: {
  readonly services: Readonly<Record<string, unknown>>;
  readonly ai?: AiSettings | undefined;
}): string[] {
  return [...Object.keys(scenario.services), ...Object.keys(scenario.ai?.providers ?? {})];
}

/** Whether models are bought by the token. */
export function hasProviders({ ai }: Pick<Routed, 'ai'>): boolean {
  return Object.keys(ai?.providers ?? {}).length > 0;
}

/** Whether a name is that of a provider. */
export function isProvider({ ai }: Pick<Routed, 'ai'>, name: string): boolean {
  return Object.hasOwn(ai?.providers ?? {}, name);
}

/** The route of `ai.routes` that a class names, with its name. */
export function aiRouteOf({ requests, ai }: Routed, request: string): (RouteSettings & { name: string }) | undefined {
  const route = requests[request]?.route;
  const routes = ai?.routes ?? {};
  return typeof route === 'string' && Object.hasOwn(routes, route) ? { name: route, ...routes[route] } : undefined;
}

/** Whether any class has a cache before it. */
export function hasCaches(scenario: Routed): boolean {
  return Object.keys(scenario.requests).some((request) => aiRouteOf(scenario, request)?.cache !== undefined);
}

/** Where requests of a class go first: weights by service. */
export function firstTargets(scenario: Routed, request: string): Readonly<Record<string, number>> {
  const found = aiRouteOf(scenario, request);
  const route = scenario.requests[request]?.route ?? {};
  if (found === undefined) return typeof route === 'string' ? { [route]: 1 } : route;
  const weights: Record<string, number> = {};
  for (const { service, weight } of found.to) weights[service] = (weights[service] ?? 0) + weight;
  return weights;
}

/** Where requests of a class may come: by their weights, which policies may move in a route, and behind it by its fallbacks. */
export function reachedTargets(scenario: Routed, request: string): string[] {
  const first = firstTargets(scenario, request);
  const route = aiRouteOf(scenario, request);
  const found = Object.keys(first).filter((name) => first[name] > 0 || route !== undefined);
  const later = route === undefined ? [] : hopsOf(scenario.ai?.routes ?? {}, route.name).flat();
  return [...new Set([...found, ...later.map(({ service }) => service)])];
}

/** How a route chooses: a rule by its name, code by its file without folder. */
export function chooseText(choose: RouteSettings['choose']): string {
  if (typeof choose === 'string') return choose;
  return basename('lua' in choose ? choose.lua : choose.typescript);
}
