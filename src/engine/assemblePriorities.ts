import { hasConsumers } from '../scenario/consumersIn.js';
import { targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { Priorities } from '../traffic/priorities.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { classesOf } from './traffic.js';

/** Who goes first where something is by priority. */
export function assemblePriorities(scenario: Scenario, requests: RequestTable): Priorities {
  const consumers = hasConsumers(scenario) ? Object.values(scenario.ai?.consumers ?? {}) : [];
  return new Priorities({
    requests,
    targetCount: targetNames(scenario).length,
    ofClasses: classesOf(scenario).map((name) => scenario.requests[name].priority),
    ofConsumers: consumers.map(({ priority = 0 }) => priority),
    all: Object.values(scenario.requests).flatMap(({ priority }) => priority ?? []),
  });
}
