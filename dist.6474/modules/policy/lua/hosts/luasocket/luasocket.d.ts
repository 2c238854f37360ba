import type { LuaHost } from '../luaHost.js';
/** LuaSocket, for scripts that a stand-alone Lua runs: https://lunarmodules.github.io/luasocket/ */
export declare const luasocket: LuaHost;
