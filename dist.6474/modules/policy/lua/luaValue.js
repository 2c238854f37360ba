import { Opaque } from '../opaque.js';
import { fengari } from './fengariApi.js';
import { luaText } from './luaText.js';
const { lua } = fengari;
/** A table deeper or longer than this is shown, not used: what is left out is said to be. */
const depthLimit = 3;
const entryLimit = 100;
/**
 * A Lua value as plain JavaScript, for messages and for values that are no tables; runs no Lua code.
 *
 * Keys that are no text stand in brackets: `{5}` is `{"[1]": 5}`.
 */
export function readLuaValue(L, index, depth = 0) {
    const type = lua.lua_type(L, index);
    if (type === lua.LUA_TNIL || type === lua.LUA_TNONE)
        return undefined;
    if (type === lua.LUA_TBOOLEAN)
        return lua.lua_toboolean(L, index);
    if (type === lua.LUA_TNUMBER)
        return lua.lua_tonumber(L, index);
    if (type === lua.LUA_TSTRING)
        return luaText.read(lua.lua_tostring(L, index) ?? new Uint8Array());
    if (type !== lua.LUA_TTABLE || depth >= depthLimit)
        return new Opaque(luaText.read(lua.lua_typename(L, type)));
    return readTable(L, lua.lua_absindex(L, index), depth);
}
function readTable(L, table, depth) {
    const entries = [];
    let count = 0;
    lua.lua_pushnil(L);
    while (lua.lua_next(L, table)) {
        if (++count <= entryLimit)
            entries.push([readKey(L), readLuaValue(L, -1, depth + 1)]);
        lua.lua_pop(L, 1);
    }
    if (count > entryLimit)
        entries.push(['...', `${count - entryLimit} more`]);
    return Object.fromEntries(entries);
}
/** The key below the top of the stack. */
function readKey(L) {
    const key = readLuaValue(L, -2, depthLimit);
    return typeof key === 'string' ? key : `[${key instanceof Opaque ? key.kind : String(key)}]`;
}
/** One field of the table at `index`, whatever else it holds; runs no Lua code. */
export function readField(L, index, name) {
    const table = lua.lua_absindex(L, index);
    lua.lua_pushstring(L, luaText.key(name));
    lua.lua_rawget(L, table);
    const value = readLuaValue(L, -1);
    lua.lua_pop(L, 1);
    return value;
}
/** Pushes text, true or false, or a number as a float. */
export function pushValue(L, value) {
    if (typeof value === 'string')
        lua.lua_pushstring(L, luaText.bytes(value));
    else if (typeof value === 'boolean')
        lua.lua_pushboolean(L, value);
    else
        lua.lua_pushnumber(L, value);
}
/** Pushes a count: an integer where a double is exact. */
export function pushCount(L, value) {
    if (Number.isSafeInteger(value))
        lua.lua_pushinteger(L, value);
    else
        lua.lua_pushnumber(L, value);
}
/** Sets `name` of the table on top of the stack to the value that `push` pushes. */
export function setField(L, name, push) {
    push();
    lua.lua_setfield(L, -2, luaText.key(name));
}
