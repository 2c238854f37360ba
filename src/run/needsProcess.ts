import { membersOf, type PolicySpec } from '../policy/policySpec.js';

/** Whether a run under these policies needs a process around its thread: a policy's own JavaScript could end the whole program. */
export function needsProcess(bindings: Readonly<Record<string, PolicySpec>>): boolean {
  return Object.values(bindings)
    .flatMap(membersOf)
    .some((spec) => spec.kind === 'typescript' && spec.loadFault === undefined);
}
