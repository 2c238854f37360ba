import { fengari } from '../fengariApi.js';
import { refusal, setFunctions, wrapFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { allowHooks } from './allowHooks.js';
import { charged } from './charged.js';
import { load } from './load.js';
const { lua, lauxlib } = fengari;
/** A protected call costs far more than one instruction, and a failing one more still. */
const protectedCallCharge = 100;
/** Guards the global functions; expects the table of globals on top of the stack. */
export function guardBase(L, run) {
    wrapFunctions(L, { pcall: protectedCall(run), xpcall: protectedCall(run), tonumber: charged(run) });
    setFunctions(L, {
        print: print(run),
        load: load(run),
        dofile: refusal('dofile'),
        loadfile: refusal('loadfile'),
        collectgarbage: collectGarbage(run),
    });
}
function protectedCall(run) {
    return (original) => (L) => {
        run.guard.charge(L, protectedCallCharge);
        allowHooks(L);
        const count = original(L);
        run.guard.throwIfEnded();
        return count;
    };
}
function print(run) {
    return (L) => {
        const parts = [];
        for (let index = 1; index <= lua.lua_gettop(L); index++) {
            parts.push(luaText.read(lauxlib.luaL_tolstring(L, index)));
            lua.lua_pop(L, 1);
        }
        const line = parts.join('\t');
        run.guard.output(L, line.length + 1);
        run.log(line);
        return 0;
    };
}
/** The options of Lua 5.3 and 5.4; what each answers where nothing is to be done. */
const collectorAnswers = {
    collect: (L) => lua.lua_pushinteger(L, 0),
    stop: (L) => lua.lua_pushinteger(L, 0),
    restart: (L) => lua.lua_pushinteger(L, 0),
    step: (L) => lua.lua_pushboolean(L, true),
    isrunning: (L) => lua.lua_pushboolean(L, true),
    setpause: (L) => lua.lua_pushinteger(L, 200),
    setstepmul: (L) => lua.lua_pushinteger(L, 100),
    incremental: (L) => lua.lua_pushstring(L, luaText.key('incremental')),
    generational: (L) => lua.lua_pushstring(L, luaText.key('incremental')),
};
/** Memory is managed for a policy; long-running scripts ask for it all the same. "count": what is alive, by our estimate. */
function collectGarbage(run) {
    return (L) => {
        const option = luaText.read(lauxlib.luaL_optstring(L, 1, luaText.key('collect')));
        if (option === 'count')
            lua.lua_pushnumber(L, run.guard.liveBytes(L) / 1024);
        else if (Object.hasOwn(collectorAnswers, option))
            collectorAnswers[option](L);
        else
            return lauxlib.luaL_argerror(L, 1, luaText.bytes(`invalid option '${option}'`));
        return 1;
    };
}
