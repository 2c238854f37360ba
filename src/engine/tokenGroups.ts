import type { TokenGroup } from '../fleet/serving.js';
import { targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { hasSessions } from '../traffic/sessions/settings.js';

/** [group] what requests share of their prompts, wherever they go. @param classNames [profile] */
export function tokenGroupsOf(scenario: Scenario, classNames: readonly string[]): TokenGroup[] {
  return classNames.flatMap((name) => {
    const own = scenario.requests[name];
    return targetNames(scenario).map(() => ({ prefixTokens: own.prefix?.tokens ?? 0, isSession: hasSessions(own) }));
  });
}
