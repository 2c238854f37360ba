import { fengari } from '../fengariApi.js';
import { explainGlobal } from '../hosts/foreignNames.js';
import { luaText } from '../luaText.js';
import { readLuaValue } from '../luaValue.js';
import { policyLine } from '../policyLine.js';
const { lua, lauxlib } = fengari;
const textLimit = 1_000;
/** The error object on top of a failed thread's stack as text that begins with the policy's file and line; pops it. */
export function takeThreadError(thread, fileName) {
    const text = takeText(thread);
    const isPlaced = text.startsWith(`${fileName}:`);
    const place = isPlaced ? '' : `${policyLine(thread, fileName) ?? fileName}: `;
    return `${place}${explainGlobal(text.slice(0, textLimit))}`;
}
function takeText(thread) {
    // The failed thread's stack may be full; the main thread's is not in use.
    const state = thread.l_G.mainthread;
    lua.lua_xmove(thread, state, 1);
    const type = lua.lua_type(state, -1);
    const shown = readLuaValue(state, -1);
    const text = type === lua.LUA_TTABLE ? tableText(state, shown) : undefined;
    lua.lua_settop(state, 0);
    if (text !== undefined)
        return text;
    if (type === lua.LUA_TSTRING || type === lua.LUA_TNUMBER)
        return String(shown);
    return `the error raised is a ${luaText.read(lua.lua_typename(state, type))} value, not a text`;
}
/** Its __tostring is the policy's code: it may fail or run for ever, so it is called protected and on a budget. */
function tableText(state, shown) {
    lua.lua_pushcfunction(state, (L) => (lauxlib.luaL_callmeta(L, 1, luaText.key('__tostring')) ? 1 : 0));
    lua.lua_insert(state, -2);
    const status = lua.lua_pcall(state, 1, 1, 0);
    const hasText = status === lua.LUA_OK && lua.lua_type(state, -1) === lua.LUA_TSTRING;
    return hasText
        ? String(readLuaValue(state, -1))
        : `the error raised is a table, not a text: ${JSON.stringify(shown)}`;
}
