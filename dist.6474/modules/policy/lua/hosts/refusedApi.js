import { fengari } from '../fengariApi.js';
import { raise, refusing } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
const { lua } = fengari;
/** A function of a host that is not simulated: it says so, and what to do instead, when it is called. */
export function refusedFunction(name, instead) {
    return refusing(`${name} is not simulated: ${instead}`);
}
/** Adds functions that refuse to the table on top of the stack; `path` is what the table is called. */
export function setRefusedFunctions(L, path, names) {
    for (const [name, instead] of Object.entries(names)) {
        lua.lua_pushcfunction(L, refusedFunction(`${path}.${name}`, instead));
        lua.lua_setfield(L, -2, luaText.key(name));
    }
}
/** Pushes a table every field of which refuses when it is read or written. */
export function pushRefusedTable(L, path, instead) {
    lua.lua_createtable(L, 0, 0);
    lua.lua_createtable(L, 0, 2);
    for (const event of ['__index', '__newindex', '__call']) {
        lua.lua_pushcfunction(L, refusedFunction(path, instead));
        lua.lua_setfield(L, -2, luaText.key(event));
    }
    lua.lua_setmetatable(L, -2);
}
/** Modules that say on `require` that they are not simulated, and what to do instead. */
export function refusedModules(names) {
    const push = (name, instead) => (L) => raise(L, `require("${name}") is not simulated: ${instead}`);
    return Object.fromEntries(Object.entries(names).map(([name, instead]) => [name, push(name, instead)]));
}
