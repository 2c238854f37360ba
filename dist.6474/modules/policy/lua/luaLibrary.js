import { fengari } from './fengariApi.js';
import { luaText } from './luaText.js';
import { policyLine } from './policyLine.js';
const { lua, lauxlib } = fengari;
/** Raises a Lua error (which pcall may catch) at the policy's own line, whatever code of ours lies between. */
export function raise(L, message) {
    const fileName = L.l_G.guard?.fileName ?? 'policy';
    lua.lua_pushstring(L, luaText.bytes(`${policyLine(L, fileName) ?? fileName}: ${message}`));
    return lua.lua_error(L);
}
/** The same where the function was called, or without a place when that is no Lua, as Lua's own libraries do. */
export function raiseAtCaller(L, message, level = 1) {
    lauxlib.luaL_where(L, level);
    lua.lua_pushstring(L, luaText.bytes(message));
    lua.lua_concat(L, 2);
    return lua.lua_error(L);
}
/** Puts functions into the table on top of the stack. */
export function setFunctions(L, functions) {
    for (const [name, run] of Object.entries(functions)) {
        lua.lua_pushcfunction(L, run);
        lua.lua_setfield(L, -2, luaText.key(name));
    }
}
/** Pushes a new table with these functions. */
export function pushLibrary(L, functions) {
    lua.lua_createtable(L, 0, 0);
    setFunctions(L, functions);
}
/** Replaces functions of the table on top of the stack by wrappers of them. */
export function wrapFunctions(L, wrappers) {
    for (const [name, wrap] of Object.entries(wrappers)) {
        lua.lua_getfield(L, -1, luaText.key(name));
        const original = lua.lua_tocfunction(L, -1);
        lua.lua_pop(L, 1);
        if (original !== null)
            setFunctions(L, { [name]: wrap(original) });
    }
}
/** A string argument as text. Raises Lua's own error for anything else. */
export function checkText(L, argument) {
    return luaText.read(lauxlib.luaL_checkstring(L, argument));
}
/** Functions that do nothing but say why they are refused. */
const refusals = new WeakMap();
/** A function that raises this text when it is called, and is known to do so before (`refusalOf`). */
export function refusing(text) {
    const refuse = (L) => raise(L, text);
    refusals.set(refuse, text);
    return refuse;
}
/** What a refused function would say; undefined for every other one. */
export function refusalOf(found) {
    return refusals.get(found);
}
/** A function that says by name that policies do not have it. */
export function refusal(name, instead = 'a policy has no files, processes or environment') {
    return refusing(`${name} is not available in a policy: ${instead}`);
}
/** Pushes a table every field of which is refused by name. */
export function pushRefusedLibrary(L, name) {
    lua.lua_createtable(L, 0, 0);
    setRefusals(L, name);
}
/** Makes fields that are absent from the table on top of the stack fail by name when they are read. */
export function setRefusals(L, name) {
    pushLibrary(L, { __index: (thread) => refusal(`${name}.${keyText(thread, 2)}`)(thread) });
    lua.lua_pushboolean(L, false);
    lua.lua_setfield(L, -2, luaText.key('__metatable'));
    lua.lua_setmetatable(L, -2);
}
/** A key for a message: the text of a string, else its type. */
export function keyText(L, index) {
    const type = lua.lua_type(L, index);
    const bytes = type === lua.LUA_TSTRING ? lua.lua_tostring(L, index) : null;
    return luaText.read((bytes ?? lua.lua_typename(L, type)).subarray(0, 100));
}
