import type { LuaHost } from '../luaHost.js';
/** What Lua 5.1, 5.2 and LuaJIT have and 5.3 has not. */
export declare const olderLua: LuaHost;
