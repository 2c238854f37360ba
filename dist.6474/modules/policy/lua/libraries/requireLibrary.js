import { fengari } from '../fengariApi.js';
import { explainModule } from '../hosts/foreignNames.js';
import { hostModules } from '../hosts/hosts.js';
import { checkText, pushLibrary, raise, setRefusals } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { setField } from '../luaValue.js';
import { pushDryscale } from './dryscaleLibrary.js';
const { lua } = fengari;
/** Modules made when they are first asked for. */
const made = { ...hostModules, dryscale: pushDryscale };
/**
 * Sets the globals `require` and `package`: modules from a list, no files.
 *
 * `package.preload` is how a policy of several files becomes one; `package.path` may be written and is never read.
 * @param modules registry reference of the table of modules there are already, by name
 */
export function setRequire(L, run, modules) {
    pushLibrary(L, {});
    lua.lua_createtable(L, 0, 0);
    lua.lua_pushvalue(L, -1);
    lua.lua_setfield(L, -3, luaText.key('preload'));
    lua.lua_pushcclosure(L, requireFunction(run, modules), 1);
    lua.lua_setglobal(L, luaText.key('require'));
    lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, modules);
    lua.lua_setfield(L, -2, luaText.key('loaded'));
    for (const name of ['path', 'cpath'])
        setField(L, name, () => lua.lua_pushstring(L, luaText.key('')));
    setRefusals(L, 'package');
    lua.lua_setglobal(L, luaText.key('package'));
}
/** `require`; its upvalue is `package.preload`. */
function requireFunction(run, modules) {
    return (L) => {
        const name = checkText(L, 1);
        const key = luaText.bytes(name);
        lua.lua_settop(L, 1);
        lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, modules);
        lua.lua_pushvalue(L, 1);
        if (lua.lua_rawget(L, 2) !== lua.LUA_TNIL)
            return 1;
        lua.lua_pushvalue(L, 1);
        if (lua.lua_rawget(L, lua.lua_upvalueindex(1)) === lua.LUA_TFUNCTION) {
            lua.lua_pushvalue(L, 1);
            lua.lua_pushstring(L, luaText.key(':preload:'));
            lua.lua_call(L, 2, 1);
            keep(L, key);
            return 1;
        }
        if (!Object.hasOwn(made, name))
            return raise(L, explainModule(name, Object.keys(made).sort()));
        lua.lua_settop(L, 2);
        made[name](L, run);
        keep(L, key);
        return 1;
    };
}
/** Notes the module on top of the stack in the table at index 2, as Lua does: what it put there itself stays, nil becomes true. */
function keep(L, key) {
    if (lua.lua_isnil(L, -1)) {
        lua.lua_pop(L, 1);
        lua.lua_pushstring(L, key);
        if (lua.lua_rawget(L, 2) !== lua.LUA_TNIL)
            return;
        lua.lua_pop(L, 1);
        lua.lua_pushboolean(L, true);
    }
    lua.lua_pushstring(L, key);
    lua.lua_pushvalue(L, -2);
    lua.lua_rawset(L, 2);
}
