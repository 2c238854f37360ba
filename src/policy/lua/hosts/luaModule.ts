import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';

const { lua, lauxlib } = fengari;

interface LuaModule {
  /** For messages. */
  readonly name: string;
  /** Lua that returns the module; `...` is the table `natives`. */
  readonly source: string;
  readonly natives?: Readonly<Record<string, LuaFunction>>;
}

/** Pushes a module that is written in Lua itself, because it keeps state in tables and waits in the middle. */
export function pushLuaModule(L: LuaState, { name, source, natives = {} }: LuaModule): void {
  const bytes = luaText.key(source);
  lauxlib.luaL_loadbufferx(L, bytes, bytes.length, luaText.key(`=${name}`), luaText.key('t'));
  lua.lua_createtable(L, 0, 0);
  setFunctions(L, natives);
  lua.lua_call(L, 1, 1);
}
