import { fengari } from '../fengariApi.js';
const { lua, lauxlib } = fengari;
const made = new WeakMap();
/** Makes a value once in each policy's state: a global and the module of that name are the same table. */
export function pushOnce(push) {
    return (L, run) => {
        const references = made.get(run) ?? new Map();
        made.set(run, references);
        const known = references.get(push);
        if (known !== undefined) {
            lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, known);
            return;
        }
        push(L, run);
        lua.lua_pushvalue(L, -1);
        references.set(push, lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX));
    };
}
