import './guardAuxiliary.js';
import { loadFengari } from './interpreter/loadFengari.js';
import { Table } from './interpreter/luaTable.js';
export { Table as LuaTable };
/** The interpreter with its guards in place: everything else in this folder takes fengari from here. */
export const fengari = {
    lua: loadFengari('lua.js'),
    lauxlib: loadFengari('lauxlib.js'),
    lstring: loadFengari('lstring.js'),
};
/** The libraries a policy gets; never io, os, package or debug, which are not even loaded. */
export const openers = {
    _G: loadFengari('lbaselib.js').luaopen_base,
    coroutine: loadFengari('lcorolib.js').luaopen_coroutine,
    table: loadFengari('ltablib.js').luaopen_table,
    string: loadFengari('lstrlib.js').luaopen_string,
    math: loadFengari('lmathlib.js').luaopen_math,
    utf8: loadFengari('lutf8lib.js').luaopen_utf8,
};
