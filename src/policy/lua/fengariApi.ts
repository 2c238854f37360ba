import './guardAuxiliary.js';
import lauxlib from 'fengari/src/lauxlib.js';
import type { LuaState } from 'fengari/src/lstate.js';
import lstring from 'fengari/src/lstring.js';
import ltable, { type LuaTable } from 'fengari/src/ltable.js';
import lua, { type LuaFunction } from 'fengari/src/lua.js';
import lualib from 'fengari/src/lualib.js';

export type { LuaFunction, LuaState, LuaTable };

/** The interpreter with its guards in place: everything else in this folder imports fengari from here. */
export const fengari = { lua, lauxlib, lstring, ltable };

/** The libraries a policy gets; never io, os, package or debug. */
export const openers: Readonly<Record<string, LuaFunction>> = {
  _G: lualib.luaopen_base,
  coroutine: lualib.luaopen_coroutine,
  table: lualib.luaopen_table,
  string: lualib.luaopen_string,
  math: lualib.luaopen_math,
  utf8: lualib.luaopen_utf8,
};
