import type { LuaHost } from '../luaHost.js';
/** HAProxy: https://docs.haproxy.org, doc/lua-api/index.rst. APISIX calls its own library `core`, too. */
export declare const haproxy: LuaHost;
