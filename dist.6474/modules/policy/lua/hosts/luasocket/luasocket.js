import { fengari } from '../../fengariApi.js';
import { pushLibrary, setRefusals } from '../../luaLibrary.js';
import { pushHttp } from './http.js';
import { pushLtn12 } from './ltn12.js';
import { pushSocket } from './socket.js';
import { pushUrl } from './url.js';
/** LuaSocket, for scripts that a stand-alone Lua runs: https://lunarmodules.github.io/luasocket/ */
export const luasocket = {
    name: 'LuaSocket',
    globals: {},
    modules: {
        ltn12: pushLtn12,
        mime: pushMime,
        socket: pushSocket,
        'socket.http': pushHttp,
        'socket.url': pushUrl,
        'ssl.https': pushHttp,
    },
};
const { lua, lauxlib } = fengari;
/** Pushes `mime` of LuaSocket: `b64` and `unb64` of whole texts, as an Authorization header needs them. */
function pushMime(L) {
    const pushBytes = (thread, bytes) => {
        lua.lua_pushlstring(thread, bytes, bytes.length);
        return 1;
    };
    pushLibrary(L, {
        b64: (thread) => {
            const text = Buffer.from(lauxlib.luaL_checkstring(thread, 1)).toString('base64');
            return pushBytes(thread, new Uint8Array(Buffer.from(text)));
        },
        unb64: (thread) => {
            const text = Buffer.from(lauxlib.luaL_checkstring(thread, 1)).toString('latin1');
            return pushBytes(thread, new Uint8Array(Buffer.from(text, 'base64')));
        },
    });
    setRefusals(L, 'mime');
}
