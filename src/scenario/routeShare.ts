import { firstTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Share of a class's requests that go to a service, and come there first where routes have fallbacks. */
export function routeShare(scenario: Pick<Scenario, 'requests' | 'ai'>, request: string, service: string): number {
  const weights = firstTargets(scenario, request);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : (weights[service] ?? 0) / total;
}
