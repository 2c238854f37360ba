import { fengari } from '../fengariApi.js';
import { raise } from '../luaLibrary.js';
const { lua } = fengari;
/** The object that the table at index 1 holds in its first place: what a method was called on. Raises `message` for all else. */
export function heldObject(L, kind, message) {
    if (lua.lua_type(L, 1) === lua.LUA_TTABLE) {
        lua.lua_rawgeti(L, 1, 1);
        const held = lua.lua_touserdata(L, -1);
        lua.lua_pop(L, 1);
        if (held instanceof kind)
            return held;
    }
    return raise(L, message);
}
