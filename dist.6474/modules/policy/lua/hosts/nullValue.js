import { fengari } from '../fengariApi.js';
const { lua } = fengari;
/** C's NULL as a light userdata: what `ngx.null` and `cjson.null` are, and equal to each other by. */
const nullValue = { null: true };
export function pushNull(L) {
    lua.lua_pushlightuserdata(L, nullValue);
}
export function isNull(L, index) {
    return lua.lua_touserdata(L, index) === nullValue;
}
