import type { LuaHost } from '../luaHost.js';
/** OpenResty: https://github.com/openresty/lua-nginx-module and the libraries it brings. */
export declare const openresty: LuaHost;
