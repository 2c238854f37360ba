import { invariant } from '../base/invariant.js';
import { loadInlinePolicy } from '../policy/loadInlinePolicy.js';
import { loadLuaPolicy } from '../policy/lua/loadLuaPolicy.js';
import { type LoadedPolicy, PolicyFault } from '../policy/policy.js';
import type { PolicySpec } from '../policy/policySpec.js';
import { loadTypeScriptPolicy } from '../policy/typescript/loadTypeScriptPolicy.js';
import { loadManifest } from './loadManifest.js';

/** What may show of the machine. */
interface PolicySurroundings {
  /** Its time zone and language show to a TypeScript policy, as they do where it is deployed: for `verify`. */
  readonly isOfMachine?: boolean;
}

/**
 * Loads a policy, in whatever it is written; of several that drive a service each by itself (`membersOf`).
 *
 * @returns undefined for `none` and `static`, which decide nothing (the caller sets their initial count), and for `oracle`,
 *   which only the run can know
 * @throws PolicyFault
 */
export function loadPolicy(
  spec: PolicySpec,
  { isOfMachine = false }: PolicySurroundings = {},
): LoadedPolicy | undefined {
  invariant(spec.kind !== 'several', 'policies that drive a service together are loaded one by one');
  if (spec.kind === 'none' || spec.kind === 'static' || spec.kind === 'oracle') return undefined;
  if (spec.kind === 'manifest') return loadManifest(spec);
  if (spec.kind === 'inline') return loadInlinePolicy(spec);
  if (spec.loadFault !== undefined) throw new PolicyFault(spec.loadFault, { kind: 'load' });
  return spec.kind === 'lua' ? loadLuaPolicy(spec) : loadTypeScriptPolicy({ ...spec, isOfMachine });
}
