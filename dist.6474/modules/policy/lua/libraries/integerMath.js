import { checkExactInteger, exactInteger } from '../exactInteger.js';
import { fengari } from '../fengariApi.js';
import { negate, remainder } from '../integers/arithmetic.js';
import { floatToInteger, unsignedInteger } from '../integers/integer.js';
import { setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
const { lua, lauxlib } = fengari;
/** Functions of `math` (on top of the stack) that give integers, on all 64 bits of them. */
export function setIntegerMath(L) {
    setFunctions(L, {
        abs,
        ceil: rounding(Math.ceil),
        floor: rounding(Math.floor),
        fmod,
        tointeger,
        ult: (thread) => {
            const [left, right] = [checkExactInteger(thread, 1), checkExactInteger(thread, 2)];
            lua.lua_pushboolean(thread, unsignedInteger(left) < unsignedInteger(right));
            return 1;
        },
    });
}
const abs = (L) => {
    if (lua.lua_isinteger(L, 1)) {
        const value = checkExactInteger(L, 1);
        lua.lua_pushinteger(L, value < 0 ? negate(value) : value);
    }
    else
        lua.lua_pushnumber(L, Math.abs(lauxlib.luaL_checknumber(L, 1)));
    return 1;
};
/** An integer where the result has 64 bits, else a float. */
function rounding(round) {
    return (L) => {
        if (lua.lua_isinteger(L, 1)) {
            lua.lua_settop(L, 1);
            return 1;
        }
        const rounded = round(lauxlib.luaL_checknumber(L, 1));
        const integer = floatToInteger(rounded);
        if (integer === false)
            lua.lua_pushnumber(L, rounded);
        else
            lua.lua_pushinteger(L, integer);
        return 1;
    };
}
const fmod = (L) => {
    if (lua.lua_isinteger(L, 1) && lua.lua_isinteger(L, 2)) {
        const divisor = checkExactInteger(L, 2);
        if (divisor === 0)
            lauxlib.luaL_argerror(L, 2, luaText.key('zero'));
        lua.lua_pushinteger(L, remainder(checkExactInteger(L, 1), divisor));
    }
    else
        lua.lua_pushnumber(L, lauxlib.luaL_checknumber(L, 1) % lauxlib.luaL_checknumber(L, 2));
    return 1;
};
const tointeger = (L) => {
    const value = exactInteger(L, 1);
    if (value !== undefined)
        lua.lua_pushinteger(L, value);
    else if (lua.lua_type(L, 1) === lua.LUA_TNONE)
        lauxlib.luaL_argerror(L, 1, luaText.key('value expected'));
    else
        lua.lua_pushnil(L);
    return 1;
};
