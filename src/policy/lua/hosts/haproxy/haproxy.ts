import type { LuaHost } from '../luaHost.js';
import { pushRefusedTable } from '../refusedApi.js';
import { pushCore } from './core.js';

/** HAProxy: https://docs.haproxy.org, doc/lua-api/index.rst. APISIX calls its own library `core`, too. */
export const haproxy: LuaHost = {
  name: 'HAProxy',
  globals: {
    core: pushCore,
    Map: (L) => pushRefusedTable(L, 'Map', 'no map files are read. Keep a table in the file'),
  },
  isMeant: (code) => /\bcore\s*[.[]/.test(code) && !/\bapisix\.core\b/.test(code),
  modules: {},
};
