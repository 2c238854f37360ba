import { calledClasses } from './callGraph.js';
import { hasProviders } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Request classes that have measures of their own, `classes.NAME.MEASURE`: where several are sent or called and there are models. */
export function measuredClasses(scenario: Scenario): string[] {
  const { requests, services, traffic } = scenario;
  const hasModels =
    hasProviders(scenario) || Object.values(services).some(({ instance }) => instance.model !== undefined);
  const sent = Object.values(traffic).map(({ request }) => request ?? Object.keys(requests)[0]);
  const used = [...new Set([...sent, ...calledClasses(requests, sent)])];
  return hasModels && used.length > 1 ? used : [];
}
