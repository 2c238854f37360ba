import type { RouteSettings } from './settings.js';

/** One place of the way: services by weight, of which a request visits one. */
export type Hop = readonly { readonly service: string; readonly weight: number }[];

/** The way of a route: where requests go first, then where they fall back to; routes that it names are followed once. */
export function hopsOf(routes: Readonly<Record<string, RouteSettings>>, name: string): Hop[] {
  const followed = new Set<string>();
  const follow = (one: string): Hop[] => {
    const route = Object.hasOwn(routes, one) ? routes[one] : undefined;
    if (route === undefined) return [[{ service: one, weight: 1 }]];
    if (followed.has(one)) return [];
    followed.add(one);
    return [route.to.filter(({ weight }) => weight > 0), ...route.fallback.flatMap(follow)];
  };
  return follow(name);
}
