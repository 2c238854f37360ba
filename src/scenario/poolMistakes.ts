import { suggestion } from '../base/nearest.js';
import { callsOfEntry } from '../gateway/calls/settings.js';
import type { Finding } from './finding.js';
import { routeShare } from './routeShare.js';
import { isProvider, reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Pools to services that are none, or that nothing calls from there. */
export function poolMistakes(scenario: Scenario): Finding[] {
  const { services } = scenario;
  return Object.entries(services).flatMap(([name, { instance }]) =>
    Object.keys(instance.poolTo ?? {}).flatMap((target): Finding[] => {
      const path = ['services', name, 'instance', 'poolTo', target];
      if (services[target] === undefined) {
        if (isProvider(scenario, target)) return [toProvider(path, target)];
        const what = `"${target}" is not a service`;
        const fix = suggestion(target, Object.keys(services));
        return [{ code: 'unknown-service', path, what, why: 'Nothing could be called there.', fix }];
      }
      if (isCalled(scenario, name, target)) return [];
      return [
        {
          code: 'no-effect',
          path,
          what: `has no effect: no request of ${name} calls ${target}`,
          why: 'Only calls take connections of a pool.',
          fix: 'add the call to `requests.CLASS.calls`, or remove it.',
          isWarning: true,
        },
      ];
    }),
  );
}

function toProvider(path: readonly string[], target: string): Finding {
  return {
    code: 'not-supported-yet',
    path: [...path],
    what: `names the provider ${target}`,
    why: 'Pools are of connections to services; ignoring it would make the results wrong.',
    fix: `remove it, or limit the provider by requestsPerMinute.`,
  };
}

/** Whether a class that goes to one service calls a class that goes, or may go on, to the other. */
function isCalled(scenario: Scenario, from: string, to: string): boolean {
  const { requests } = scenario;
  const goesTo = (request: string, service: string) =>
    requests[request] !== undefined && routeShare(scenario, request, service) > 0;
  const mayReach = (request: string, service: string) =>
    requests[request] !== undefined && reachedTargets(scenario, request).includes(service);
  return Object.entries(requests).some(
    ([name, { calls = [] }]) =>
      goesTo(name, from) && calls.some((entry) => callsOfEntry(entry).some(({ request }) => mayReach(request, to))),
  );
}
