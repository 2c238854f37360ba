import { fengari } from '../fengariApi.js';
import { luaText } from '../luaText.js';
const { lauxlib } = fengari;
/** Three million years from 1970 on: what the calendar can show with every digit. */
const limitSeconds = 1e14;
/** An argument as seconds since 1970; raises Lua's error for what is none. */
export function momentArgument(L, argument) {
    const seconds = lauxlib.luaL_checknumber(L, argument);
    if (Math.abs(seconds) <= limitSeconds)
        return seconds;
    return lauxlib.luaL_argerror(L, argument, luaText.key('date result cannot be represented'));
}
