import { fengari, type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
import type { PushValue } from './luaHost.js';

const { lua, lauxlib } = fengari;

const made = new WeakMap<LuaRun, Map<PushValue, number>>();

/** Makes a value once in each policy's state: a global and the module of that name are the same table. */
export function pushOnce(push: PushValue): PushValue {
  return (L: LuaState, run: LuaRun) => {
    const references = made.get(run) ?? new Map<PushValue, number>();
    made.set(run, references);
    const known = references.get(push);
    if (known !== undefined) {
      lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, known);
      return;
    }
    push(L, run);
    lua.lua_pushvalue(L, -1);
    references.set(push, lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX));
  };
}
