import { RecordedHost } from '../../recordedHost.js';
import { fengari } from '../fengariApi.js';
import { hostModules } from '../hosts/hosts.js';
import { refusalOf } from '../luaLibrary.js';
import { LuaProgram } from '../luaProgram.js';
import { luaText } from '../luaText.js';
const { lua } = fengari;
/**
 * Looks every name that a policy's text takes for given up in the environment that it will run in.
 *
 * Nothing of the policy runs: the environment is made for its text, and the names are read from it.
 * @throws PolicyFault when the text does not parse
 */
export function probeNames({ fileName, code }, { modules, paths }) {
    const program = new LuaProgram({ fileName, code, mode: 'script', params: {}, host: new RecordedHost('web') });
    const { state } = program;
    return {
        modules: modules.map(({ name }) => moduleStanding(state, name, fileName)),
        paths: paths.map((path) => pathStanding(state, path, fileName)),
    };
}
function moduleStanding(L, name, fileName) {
    const advice = attempt(L, fileName, () => pushModule(L, name));
    if (advice === undefined)
        return { status: 'simulated', name, advice: '' };
    return { status: Object.hasOwn(hostModules, name) ? 'refused' : 'unknown', name, advice };
}
function pathStanding(L, { module, names, name }, fileName) {
    let missing = '';
    let refused;
    let isConstant = false;
    const failed = attempt(L, fileName, (thread) => {
        if (module === undefined)
            lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, lua.LUA_RIDX_GLOBALS);
        else
            pushModule(thread, module);
        for (const [index, key] of names.entries()) {
            lua.lua_pushstring(thread, luaText.bytes(key));
            lua.lua_gettable(thread, -2);
            if (lua.lua_isnil(thread, -1)) {
                missing = [...(module === undefined ? [] : [module]), ...names.slice(0, index + 1)].join('.');
                return;
            }
            // What else may be indexed, a text for instance, has methods of its own.
            if (lua.lua_type(thread, -1) !== lua.LUA_TTABLE)
                break;
        }
        isConstant = [lua.LUA_TNUMBER, lua.LUA_TSTRING, lua.LUA_TBOOLEAN].includes(lua.lua_type(thread, -1));
        const found = lua.lua_tocfunction(thread, -1);
        refused = found === null ? undefined : refusalOf(found);
    });
    if (missing !== '')
        return { status: 'unknown', name: missing, advice: 'there is none: it is nil here' };
    const advice = refused ?? failed;
    if (advice !== undefined)
        return { status: 'refused', name, advice };
    return { status: 'simulated', name, advice: '', ...(isConstant ? { isConstant } : {}) };
}
function pushModule(L, name) {
    lua.lua_getglobal(L, luaText.key('require'));
    lua.lua_pushstring(L, luaText.bytes(name));
    lua.lua_call(L, 1, 1);
}
/** Does something that may raise an error in Lua; returns the error's text without its place, undefined when it went well. */
function attempt(L, fileName, work) {
    lua.lua_pushcfunction(L, (thread) => {
        work(thread);
        return 0;
    });
    try {
        if (lua.lua_pcall(L, 0, 0, 0) === lua.LUA_OK)
            return undefined;
        const message = lua.lua_tostring(L, -1);
        lua.lua_settop(L, 0);
        const text = message === null ? 'it fails without a text' : luaText.read(message);
        return text.startsWith(fileName) ? text.slice(fileName.length).replace(/^(:\d+)?: /, '') : text;
    }
    catch (thrown) {
        // The guard ended the state, for instance over a limit.
        return thrown instanceof Error ? thrown.message : String(thrown);
    }
}
