import type { Params } from '../policy.js';
import { fengari, type LuaState } from './fengariApi.js';
import { pushCount, pushValue, setField } from './luaValue.js';

const { lua } = fengari;

/** Pushes `context.params`. @param floatNames parameters whose default is written as a float: they stay floats */
export function pushParams(L: LuaState, params: Params, floatNames: ReadonlySet<string>): void {
  lua.lua_createtable(L, 0, 0);
  for (const [name, value] of Object.entries(params)) {
    const isCount = typeof value === 'number' && !floatNames.has(name);
    setField(L, name, () => (isCount ? pushCount(L, value) : pushValue(L, value)));
  }
}
