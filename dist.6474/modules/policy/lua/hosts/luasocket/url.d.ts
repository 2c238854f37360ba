import { type LuaState } from '../../fengariApi.js';
/** Pushes `socket.url` of LuaSocket: https://lunarmodules.github.io/luasocket/url.html */
export declare function pushUrl(L: LuaState): void;
