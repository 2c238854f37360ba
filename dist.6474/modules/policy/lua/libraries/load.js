import { fengari } from '../fengariApi.js';
import { raiseAtCaller } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { allowHooks } from './allowHooks.js';
import { TextBuilder } from './textBuilder.js';
const { lua, lauxlib } = fengari;
/** The parser walks some tens of instructions' worth of work for each byte. */
const byteCharge = 20;
const readerCharge = 100;
/** What a binary chunk begins with. */
const escapeByte = 27;
/** `load` for texts only, as luaB_load of Lua 5.3: fengari does not check bytecode. */
export function load(run) {
    return (L) => {
        const whole = lua.lua_tostring(L, 1);
        const name = lauxlib.luaL_optstring(L, 2, whole ?? luaText.key('=(load)'));
        const mode = luaText.read(lauxlib.luaL_optstring(L, 3, luaText.key('bt')));
        const text = whole ?? readParts(run, L);
        if (text === undefined)
            return pushFailure(L, () => lua.lua_pushvalue(L, -2));
        run.guard.charge(L, text.length * byteCharge);
        if (text[0] !== escapeByte && !mode.includes('t')) {
            return pushFailure(L, () => lua.lua_pushstring(L, luaText.bytes(`attempt to load a text chunk (mode is '${mode}')`)));
        }
        const hasEnvironment = lua.lua_type(L, 4) !== lua.LUA_TNONE;
        const status = lauxlib.luaL_loadbufferx(L, text, text.length, name, luaText.key('t'));
        run.guard.throwIfEnded();
        if (status !== lua.LUA_OK)
            return pushFailure(L, () => lua.lua_pushvalue(L, -2));
        if (hasEnvironment) {
            lua.lua_pushvalue(L, 4);
            if (lua.lua_setupvalue(L, -2, 1) === null)
                lua.lua_pop(L, 1);
        }
        return 1;
    };
}
/** What the function at index 1 gives in parts, until it gives nil or an empty text; undefined with its error on the stack. */
function readParts(run, L) {
    lauxlib.luaL_checktype(L, 1, lua.LUA_TFUNCTION);
    let text = new Uint8Array();
    lua.lua_pushcfunction(L, (thread) => {
        text = joinParts(run, thread);
        return 0;
    });
    lua.lua_pushvalue(L, 1);
    allowHooks(L);
    const status = lua.lua_pcall(L, 1, 0, 0);
    run.guard.throwIfEnded();
    return status === lua.LUA_OK ? text : undefined;
}
function joinParts(run, L) {
    const text = new TextBuilder(L);
    while (true) {
        run.guard.charge(L, readerCharge);
        lua.lua_pushvalue(L, 1);
        lua.lua_call(L, 0, 1);
        const part = lua.lua_tostring(L, -1);
        if (part === null && !lua.lua_isnil(L, -1))
            raiseAtCaller(L, 'reader function must return a string', 2);
        lua.lua_pop(L, 1);
        if (part === null || part.length === 0)
            return text.bytes.slice();
        text.add(part);
    }
}
function pushFailure(L, pushMessage) {
    lua.lua_pushnil(L);
    pushMessage();
    return 2;
}
