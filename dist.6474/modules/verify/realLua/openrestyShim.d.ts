/**
 * Of OpenResty what timers that scale need, in Lua, for LuaJIT, which OpenResty is built on: `ngx.timer`, `ngx.sleep`, the
 * clock, `ngx.log`, shared dictionaries, `cjson` and `resty.http`. Whatever else is asked for is not verified, and said.
 *
 * A part of the driver: it defines `openresty`, which puts all of it into the policy's globals, and `runTimers`.
 * What timers do is that of lua-nginx-module, src/ngx_http_lua_timer.c, as in our own interpreter.
 */
export declare const openrestyShim: string;
