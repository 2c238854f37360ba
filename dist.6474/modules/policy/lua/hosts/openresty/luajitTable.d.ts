import type { PushValue } from '../luaHost.js';
/** `require "table.new"` and the others of OpenResty's LuaJIT: https://github.com/openresty/luajit2#openresty-extensions */
export declare const luajitTableModules: Readonly<Record<string, PushValue>>;
