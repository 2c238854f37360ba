import { fengari, type LuaFunction } from '../fengariApi.js';
import { hostModules } from '../hosts/hosts.js';
import type { PushValue } from '../hosts/luaHost.js';
import { checkText, raise } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';
import { luaText } from '../luaText.js';
import { pushDryscale } from './dryscaleLibrary.js';
import { pushHttp, pushLtn12, pushSocket } from './httpLibrary.js';

const { lua } = fengari;

/** Modules made when they are first asked for. */
const made: Readonly<Record<string, PushValue>> = {
  ...hostModules,
  dryscale: pushDryscale,
  ltn12: pushLtn12,
  socket: pushSocket,
  'socket.http': pushHttp,
  'ssl.https': pushHttp,
};

/**
 * `require` of a policy: an allow-list, no files.
 *
 * @param modules registry reference of the table of modules there are already, by name
 */
export function requireFunction(run: LuaRun, modules: number): LuaFunction {
  return (L) => {
    const name = checkText(L, 1);
    lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, modules);
    if (lua.lua_getfield(L, -1, luaText.bytes(name)) !== lua.LUA_TNIL) return 1;
    lua.lua_pop(L, 1);
    if (!Object.hasOwn(made, name)) {
      const known = `${Object.keys(made).join(', ')}, and Lua's own string, table, math, utf8, coroutine, os`;
      raise(L, `module '${name.slice(0, 100)}' is not available in a policy. There are: ${known}`);
    }
    made[name](L, run);
    lua.lua_pushvalue(L, -1);
    lua.lua_setfield(L, -3, luaText.key(name));
    return 1;
  };
}
