import { loadLuaPolicy } from './lua/loadLuaPolicy.js';
import { type LoadedPolicy, PolicyFault } from './policy.js';
import type { PolicySpec } from './policySpec.js';
import { loadTypeScriptPolicy } from './typescript/loadTypeScriptPolicy.js';

/**
 * Loads a policy, in whatever it is written.
 *
 * @returns undefined for `none` and `static`, which decide nothing: the caller sets their initial count
 * @throws PolicyFault
 */
export function loadPolicy(spec: PolicySpec): LoadedPolicy | undefined {
  if (spec.kind === 'none' || spec.kind === 'static') return undefined;
  if (spec.loadFault !== undefined) throw new PolicyFault(spec.loadFault, { kind: 'load' });
  return spec.kind === 'lua' ? loadLuaPolicy(spec) : loadTypeScriptPolicy(spec);
}
