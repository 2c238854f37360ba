import { fengari } from '../../fengariApi.js';
const { lua, lauxlib } = fengari;
/** Calls `each` for every entry: the key below the value on top of the stack. */
function walk(run, L, each) {
    lauxlib.luaL_checktype(L, 1, lua.LUA_TTABLE);
    lua.lua_pushnil(L);
    while (lua.lua_next(L, 1)) {
        run.guard.charge(L, 2);
        if (each() === false) {
            lua.lua_pop(L, 2);
            return;
        }
        lua.lua_pop(L, 1);
    }
}
const functions = {
    new: () => (L) => {
        lua.lua_createtable(L, 0, 0);
        return 1;
    },
    clear: (run) => (L) => {
        walk(run, L, () => {
            lua.lua_pushvalue(L, -2);
            lua.lua_pushnil(L);
            lua.lua_rawset(L, 1);
            return true;
        });
        return 0;
    },
    nkeys: (run) => (L) => {
        let count = 0;
        walk(run, L, () => {
            count++;
            return true;
        });
        lua.lua_pushinteger(L, count);
        return 1;
    },
    isempty: (run) => (L) => {
        let isEmpty = true;
        walk(run, L, () => {
            isEmpty = false;
            return false;
        });
        lua.lua_pushboolean(L, isEmpty);
        return 1;
    },
    isarray: (run) => (L) => {
        let isArray = true;
        walk(run, L, () => {
            isArray = lua.lua_isinteger(L, -2) && lua.lua_tonumber(L, -2) >= 0;
            return isArray;
        });
        lua.lua_pushboolean(L, isArray);
        return 1;
    },
    clone: (run) => (L) => {
        lua.lua_settop(L, 1);
        lua.lua_createtable(L, 0, 0);
        walk(run, L, () => {
            lua.lua_pushvalue(L, -2);
            lua.lua_pushvalue(L, -2);
            lua.lua_rawset(L, 2);
            return true;
        });
        return 1;
    },
};
/** `require "table.new"` and the others of OpenResty's LuaJIT: https://github.com/openresty/luajit2#openresty-extensions */
export const luajitTableModules = Object.fromEntries(Object.entries(functions).map(([name, make]) => [
    `table.${name}`,
    (L, run) => lua.lua_pushcfunction(L, make(run)),
]));
