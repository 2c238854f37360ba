import { loadLuaRouter } from './lua/loadLuaRouter.js';
import { PolicyFault } from './policy.js';
import type { FileSpec } from './policySpec.js';
import type { LoadedRouter } from './router.js';
import { loadTypeScriptRouter } from './typescript/loadTypeScriptRouter.js';

/** @throws PolicyFault of kind `load` */
export function loadRouter(spec: FileSpec): LoadedRouter {
  if (spec.loadFault !== undefined) throw new PolicyFault(spec.loadFault, { kind: 'load' });
  return spec.kind === 'lua' ? loadLuaRouter(spec) : loadTypeScriptRouter(spec);
}
