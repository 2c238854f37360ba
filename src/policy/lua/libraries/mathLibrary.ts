import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';

const { lua, lauxlib } = fengari;

/** Gives `math` (on top of the stack) random numbers of its own: fengari's are the process's, shared by all states. */
export function guardMath(L: LuaState): void {
  let state = 1;
  // mulberry32: 32 bits of state, good enough for jitter in a script, and the same in every run.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: LuaFunction = (thread) => {
    const count = lua.lua_gettop(thread);
    if (count === 0) {
      lua.lua_pushnumber(thread, next());
      return 1;
    }
    const low = count === 1 ? 1 : lauxlib.luaL_checkinteger(thread, 1);
    const high = lauxlib.luaL_checkinteger(thread, Math.min(count, 2));
    if (low > high) return lauxlib.luaL_argerror(thread, count, luaText.key('interval is empty'));
    lua.lua_pushinteger(thread, low + Math.floor(next() * (high - low + 1)));
    return 1;
  };
  const randomseed: LuaFunction = (thread) => {
    state = lauxlib.luaL_checknumber(thread, 1) | 0;
    return 0;
  };
  setFunctions(L, { random, randomseed });
}
