import { callCloudApi } from '../cloudApi.js';
import { fengari } from '../fengariApi.js';
import { checkText } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { pushCount, setField } from '../luaValue.js';
const { lua, lauxlib } = fengari;
/**
 * `send(method, url, headers, body, timeout in ms)` for HTTP clients that are written in Lua: status, reason, body and
 * headers after the latency of the API; nil and "timeout" where that is longer, although the call had its effect.
 */
export function nativeSend(run) {
    return (L) => {
        const request = { method: checkText(L, 1), url: checkText(L, 2), headers: headersAt(L, 3), body: checkText(L, 4) };
        const reply = callCloudApi(L, run, request);
        const timeoutSeconds = (lua.lua_tonumber(L, 5) || 60_000) / 1_000;
        const isLate = run.mode === 'script' && run.host.apiLatencySeconds > timeoutSeconds;
        if (isLate) {
            return run.wait(L, timeoutSeconds, (thread) => {
                lua.lua_pushnil(thread);
                lua.lua_pushstring(thread, luaText.key('timeout'));
                return 2;
            });
        }
        return run.answer(L, (thread) => {
            pushCount(thread, reply.code);
            lua.lua_pushstring(thread, luaText.bytes(reply.status.replace(/^\S+ \d+ ?/, '')));
            lua.lua_pushstring(thread, luaText.bytes(reply.body));
            lua.lua_createtable(thread, 0, 0);
            for (const [name, value] of Object.entries(reply.headers)) {
                setField(thread, name, () => lua.lua_pushstring(thread, luaText.bytes(value)));
            }
            return 4;
        });
    };
}
function headersAt(L, index) {
    const headers = [];
    lua.lua_pushnil(L);
    while (lua.lua_next(L, index)) {
        // A copy of the key: reading a number as a text would change it under lua_next.
        lua.lua_pushvalue(L, -2);
        headers.push([luaText.read(lauxlib.luaL_tolstring(L, -1)), luaText.read(lauxlib.luaL_tolstring(L, -3))]);
        lua.lua_pop(L, 4);
    }
    return Object.fromEntries(headers);
}
