import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCjson, pushCjsonSafe } from '../cjson/cjson.js';
import type { LuaHost, PushValue } from '../luaHost.js';
import { pushNgx } from './ngx.js';
import { refusedModules } from './refused.js';
import { pushSemaphore } from './semaphore.js';

const { lua } = fengari;

/** OpenResty: https://github.com/openresty/lua-nginx-module and the libraries it brings. */
export const openresty: LuaHost = {
  name: 'OpenResty',
  globals: { ngx: pushNgx },
  modules: {
    // Globals are made before any module is asked for, since the text that asks has the name.
    ngx: (L) => lua.lua_getglobal(L, luaText.key('ngx')),
    'ngx.semaphore': pushSemaphore,
    cjson: pushCjson,
    'cjson.safe': pushCjsonSafe,
    ...Object.fromEntries(
      Object.entries(refusedModules).map(([name, instead]) => [name, refusedModule(name, instead)]),
    ),
  },
};

function refusedModule(name: string, instead: string): PushValue {
  return (L) => raise(L, `require("${name}") is not simulated: ${instead}`);
}
