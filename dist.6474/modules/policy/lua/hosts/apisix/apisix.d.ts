import type { LuaHost } from '../luaHost.js';
/** Apache APISIX, whose plugins run on OpenResty: https://github.com/apache/apisix */
export declare const apisix: LuaHost;
