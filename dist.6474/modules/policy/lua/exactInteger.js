import { fengari } from './fengariApi.js';
import { loadFengari } from './interpreter/loadFengari.js';
const lapi = loadFengari('lapi.js');
/** An integer argument with all its 64 bits; luaL_checkinteger rounds those beyond 2^53. Raises Lua's own error for other values. */
export function checkExactInteger(L, argument) {
    const value = lapi.lua_tointegerexact(L, argument);
    return value === false ? fengari.lauxlib.luaL_checkinteger(L, argument) : value;
}
/** The integer that a value is or a text says; undefined for others. */
export function exactInteger(L, index) {
    const value = lapi.lua_tointegerexact(L, index);
    return value === false ? undefined : value;
}
