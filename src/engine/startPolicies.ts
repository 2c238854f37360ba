import { ActionsTogether } from './actionsTogether.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { type LoadedBinding, startPolicy, type Workplace } from './startPolicy.js';

/**
 * Starts what drives a service: one policy, or several that do not know of each other.
 *
 * At one instant they are called in their order, each sees what the ones before it have asked for, and the last wish stands.
 */
export function startPolicies(place: Workplace, bindings: readonly LoadedBinding[]): PolicyAtWork[] {
  if (bindings.length < 2) return bindings.flatMap((binding) => startPolicy(place, binding));
  const together = new ActionsTogether();
  const started: PolicyAtWork[] = [];
  const names: string[] = [];
  let controllersBefore = 0;
  for (const [order, binding] of bindings.entries()) {
    const among = { together, order, controllersBefore };
    for (const atWork of startPolicy(place, binding, among)) {
      const { controllerCount } = atWork;
      const [first, last] = [controllersBefore + 1, controllersBefore + controllerCount];
      names.push(`${first === last ? first : `${first} to ${last}`} ${atWork.name}`);
      controllersBefore = last;
      started.push(atWork);
    }
  }
  const [first, ...rest] = started;
  const who = `${place.service.name} has the controllers ${names.join(', ')}`;
  return [{ ...first, findings: () => [...first.findings(), who, ...together.findings] }, ...rest];
}
