import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { setFunctions } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';
import { luaText } from '../luaText.js';
import { setField } from '../luaValue.js';
import type { PushValue } from './luaHost.js';

const { lua, lauxlib } = fengari;

interface LuaModule {
  /** For messages. */
  readonly name: string;
  /** Lua that returns the module; `...` is a table of `natives` and `values`. */
  readonly source: string;
  readonly natives?: Readonly<Record<string, LuaFunction>>;
  readonly values?: Readonly<Record<string, PushValue>>;
}

/** Pushes a module that is written in Lua itself, because it keeps state in tables and waits in the middle. */
export function pushLuaModule(L: LuaState, run: LuaRun, { name, source, natives = {}, values = {} }: LuaModule): void {
  const bytes = luaText.key(source);
  lauxlib.luaL_loadbufferx(L, bytes, bytes.length, luaText.key(`=${name}`), luaText.key('t'));
  lua.lua_createtable(L, 0, 0);
  setFunctions(L, natives);
  for (const [field, push] of Object.entries(values)) setField(L, field, () => push(L, run));
  lua.lua_call(L, 1, 1);
}
