import './interpreter/luaTable.js';
import { loadFengari } from './interpreter/loadFengari.js';
import { luaText } from './luaText.js';
const lua = loadFengari('lua.js');
const lauxlib = loadFengari('lauxlib.js');
/**
 * The libraries of fengari build long strings in buffers before a string is made of them, and show addresses that
 * differ from run to run: both go through lauxlib, whose functions the libraries copy when they load, after this.
 */
const { luaL_addchar: addchar, luaL_addlstring: addlstring, luaL_addstring: addstring, luaL_addvalue: addvalue, } = lauxlib;
const { luaL_tolstring: tolstring } = lauxlib;
function checkBuffer(buffer) {
    buffer.L.l_G.guard?.checkLength(buffer.L, buffer.n);
}
lauxlib.luaL_addchar = (buffer, character) => {
    checkBuffer(buffer);
    addchar(buffer, character);
};
lauxlib.luaL_addlstring = (buffer, text, length) => {
    checkBuffer(buffer);
    addlstring(buffer, text, length);
};
lauxlib.luaL_addstring = (buffer, text) => {
    checkBuffer(buffer);
    addstring(buffer, text);
};
lauxlib.luaL_addvalue = (buffer) => {
    checkBuffer(buffer);
    addvalue(buffer);
};
lauxlib.luaL_tolstring = (L, index) => {
    if (lua.lua_type(L, index) === lua.LUA_TNUMBER) {
        // As fengari does it, without reading a format: four times as fast.
        lua.lua_pushvalue(L, index);
        return lua.lua_tostring(L, -1) ?? new Uint8Array();
    }
    const { guard } = L.l_G;
    const object = guard === undefined || hasText(L, index) ? null : lua.lua_topointer(L, index);
    if (guard === undefined || object === null)
        return tolstring(L, index);
    const kind = nameOf(L, index);
    const text = luaText.bytes(`${kind}: 0x${guard.ordinalOf(object).toString(16).padStart(8, '0')}`);
    lua.lua_pushstring(L, text);
    return text;
};
/** The type of a value, or the `__name` that its metatable gives it. */
function nameOf(L, index) {
    const type = lauxlib.luaL_getmetafield(L, index, luaText.bytes('__name'));
    const name = type === lua.LUA_TSTRING ? lua.lua_tostring(L, -1) : null;
    if (type !== lua.LUA_TNIL)
        lua.lua_pop(L, 1);
    return luaText.read(name ?? lua.lua_typename(L, lua.lua_type(L, index)));
}
/** Values that say themselves: everything but tables, functions and threads without a text of their own. */
function hasText(L, index) {
    const type = lua.lua_type(L, index);
    if (type !== lua.LUA_TTABLE && type !== lua.LUA_TFUNCTION && type !== lua.LUA_TTHREAD)
        return true;
    if (lauxlib.luaL_getmetafield(L, index, luaText.bytes('__tostring')) === lua.LUA_TNIL)
        return false;
    lua.lua_pop(L, 1);
    return true;
}
