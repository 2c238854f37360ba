import type { LuaHost } from '../luaHost.js';
import { pushHttp } from './http.js';
import { pushLtn12 } from './ltn12.js';
import { pushMime } from './mime.js';
import { pushSocket } from './socket.js';
import { pushUrl } from './url.js';

/** LuaSocket, for scripts that a stand-alone Lua runs: https://lunarmodules.github.io/luasocket/ */
export const luasocket: LuaHost = {
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
