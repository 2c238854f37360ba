import { fengari } from '../fengariApi.js';
import { setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { setField } from '../luaValue.js';
const { lua, lauxlib } = fengari;
/** Pushes a module that is written in Lua itself, because it keeps state in tables and waits in the middle. */
export function pushLuaModule(L, run, { name, source, natives = {}, values = {} }) {
    const bytes = luaText.key(source);
    lauxlib.luaL_loadbufferx(L, bytes, bytes.length, luaText.key(`=${name}`), luaText.key('t'));
    lua.lua_createtable(L, 0, 0);
    setFunctions(L, natives);
    for (const [field, push] of Object.entries(values))
        setField(L, field, () => push(L, run));
    lua.lua_call(L, 1, 1);
}
