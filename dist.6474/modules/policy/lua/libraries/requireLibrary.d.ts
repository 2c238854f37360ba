import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * Sets the globals `require` and `package`: modules from a list, no files.
 *
 * `package.preload` is how a policy of several files becomes one; `package.path` may be written and is never read.
 * @param modules registry reference of the table of modules there are already, by name
 */
export declare function setRequire(L: LuaState, run: LuaRun, modules: number): void;
