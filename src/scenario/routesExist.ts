import { suggestion } from '../base/nearest.js';
import type { Finding } from './finding.js';
import { targetNames } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Classes whose requests would have nowhere to go. */
export function routesExist(scenario: Scenario): Finding[] {
  const { requests, ai } = scenario;
  return Object.entries(requests).flatMap(([name, { route }]): Finding[] => {
    const ofAi = Object.keys(ai?.routes ?? {});
    if (typeof route === 'string' && ofAi.includes(route)) return [];
    const known = [...targetNames(scenario), ...(typeof route === 'string' ? ofAi : [])];
    const path = ['requests', name, 'route'];
    const weights = typeof route === 'string' ? { [route]: 1 } : route;
    const unknown = Object.keys(weights).filter((target) => !known.includes(target));
    if (unknown.length > 0) {
      return unknown.map((target) => ({
        code: 'unknown-service',
        path: typeof route === 'string' ? path : [...path, target],
        what: `"${target}" is not a service or provider${ofAi.includes(target) ? ', and weights cannot name a route of `ai`' : ''}`,
        why: 'Its requests would have nowhere to go.',
        fix: suggestion(target, known),
      }));
    }
    if (Object.values(weights).some((weight) => weight > 0)) return [];
    return [
      {
        code: 'no-weight',
        path,
        what: 'has no weight above 0',
        why: 'Its requests would have nowhere to go.',
        fix: 'give at least one service a weight.',
      },
    ];
  });
}
