import { fengari } from '../../fengariApi.js';
import { setFunctions } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
const { lua, lauxlib } = fengari;
/** The rest, under the names of https://www.lua.org/manual/5.1/manual.html#5 and of its compatibility with 5.0. */
const olderSource = `
unpack, loadstring = table.unpack, load
string.gfind = string.gmatch
function table.getn(t) return #t end
function table.maxn(t)
  local largest = 0
  for key in next, t do
    if type(key) == "number" and key > largest then largest = key end
  end
  return largest
end
function table.foreach(t, f)
  for key, value in next, t do
    local result = f(key, value)
    if result ~= nil then return result end
  end
end
function table.foreachi(t, f)
  for index = 1, #t do
    local result = f(index, t[index])
    if result ~= nil then return result end
  end
end
`;
/** Text that may use one of these functions. */
export const olderNames = /\b(?:unpack|loadstring|gfind|getn|maxn|foreachi?|pow|[cs](?:os|in)h|tanh|log10|atan2|mod|ldexp|frexp)\b/;
/**
 * Adds what Lua 5.1 and LuaJIT have and Lua 5.3 has not; what exists in 5.3 stays as it is there.
 *
 * Only what works as it did: code asks `if setfenv then` to see which Lua it has, so `setfenv` and `module` stay absent and
 * are explained when they are called (`foreignNames.ts`).
 */
export function addOlderFunctions(L) {
    lua.lua_getglobal(L, luaText.key('math'));
    setFunctions(L, olderMath);
    lua.lua_pop(L, 1);
    const source = luaText.key(olderSource);
    lauxlib.luaL_loadbufferx(L, source, source.length, luaText.key('=lua 5.1'), luaText.key('t'));
    lua.lua_call(L, 0, 0);
}
const numeric = (compute, count = 1) => (L) => {
    const values = Array.from({ length: count }, (_, index) => lauxlib.luaL_checknumber(L, index + 1));
    lua.lua_pushnumber(L, compute(...values));
    return 1;
};
/** Functions of `math` that Lua 5.1 has and 5.3 has not. */
const olderMath = {
    pow: numeric((base, exponent) => base ** exponent, 2),
    cosh: numeric(Math.cosh),
    sinh: numeric(Math.sinh),
    tanh: numeric(Math.tanh),
    log10: numeric(Math.log10),
    atan2: numeric(Math.atan2, 2),
    mod: numeric((a, b) => a % b, 2),
    ldexp: numeric((fraction, exponent) => scaled(fraction, Math.trunc(exponent)), 2),
    frexp: (L) => {
        const [fraction, exponent] = splitFloat(lauxlib.luaL_checknumber(L, 1));
        lua.lua_pushnumber(L, fraction);
        lua.lua_pushinteger(L, exponent);
        return 2;
    },
};
/** fraction x 2^exponent in two steps: one power would overflow where the result does not. */
function scaled(fraction, exponent) {
    const half = Math.trunc(exponent / 2);
    return fraction * 2 ** half * 2 ** (exponent - half);
}
/** x = fraction x 2^exponent with 0.5 <= |fraction| < 1. */
function splitFloat(x) {
    if (x === 0 || !Number.isFinite(x))
        return [x, 0];
    let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
    let fraction = scaled(x, -exponent);
    while (Math.abs(fraction) < 0.5) {
        fraction *= 2;
        exponent--;
    }
    while (Math.abs(fraction) >= 1) {
        fraction /= 2;
        exponent++;
    }
    return [fraction, exponent];
}
