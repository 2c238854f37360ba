import { loadInlinePolicy } from '../policy/loadInlinePolicy.js';
import { loadLuaPolicy } from '../policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../policy/policy.js';
import { loadTypeScriptPolicy } from '../policy/typescript/loadTypeScriptPolicy.js';
import { loadManifest } from './loadManifest.js';
/**
 * Loads a policy, in whatever it is written.
 *
 * @returns undefined for `none` and `static`, which decide nothing (the caller sets their initial count), and for `oracle`,
 *   which only the run can know
 * @throws PolicyFault
 */
export function loadPolicy(spec, { isOfMachine = false } = {}) {
    if (spec.kind === 'none' || spec.kind === 'static' || spec.kind === 'oracle')
        return undefined;
    if (spec.kind === 'manifest')
        return loadManifest(spec);
    if (spec.kind === 'inline')
        return loadInlinePolicy(spec);
    if (spec.loadFault !== undefined)
        throw new PolicyFault(spec.loadFault, { kind: 'load' });
    return spec.kind === 'lua' ? loadLuaPolicy(spec) : loadTypeScriptPolicy({ ...spec, isOfMachine });
}
