import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { raise, refusing } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import type { PushValue } from './luaHost.js';

const { lua } = fengari;

/** Names that a host has and dryscale does not, by the table they are fields of; each with what to do instead. */
export type RefusedNames = Readonly<Record<string, string>>;

/** A function of a host that is not simulated: it says so, and what to do instead, when it is called. */
export function refusedFunction(name: string, instead: string): LuaFunction {
  return refusing(`${name} is not simulated: ${instead}`);
}

/** Adds functions that refuse to the table on top of the stack; `path` is what the table is called. */
export function setRefusedFunctions(L: LuaState, path: string, names: RefusedNames): void {
  for (const [name, instead] of Object.entries(names)) {
    lua.lua_pushcfunction(L, refusedFunction(`${path}.${name}`, instead));
    lua.lua_setfield(L, -2, luaText.key(name));
  }
}

/** Pushes a table every field of which refuses when it is read or written. */
export function pushRefusedTable(L: LuaState, path: string, instead: string): void {
  lua.lua_createtable(L, 0, 0);
  lua.lua_createtable(L, 0, 2);
  for (const event of ['__index', '__newindex', '__call']) {
    lua.lua_pushcfunction(L, refusedFunction(path, instead));
    lua.lua_setfield(L, -2, luaText.key(event));
  }
  lua.lua_setmetatable(L, -2);
}

/** Modules that say on `require` that they are not simulated, and what to do instead. */
export function refusedModules(names: RefusedNames): Record<string, PushValue> {
  const push =
    (name: string, instead: string): PushValue =>
    (L) =>
      raise(L, `require("${name}") is not simulated: ${instead}`);
  return Object.fromEntries(Object.entries(names).map(([name, instead]) => [name, push(name, instead)]));
}
