import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { raise, refusal, setFunctions, wrapFunctions } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';
import { luaText } from '../luaText.js';
import { charged } from './charged.js';

const { lua, lauxlib } = fengari;

/** A protected call costs far more than one instruction, and a failing one more still. */
const protectedCallCharge = 100;
/** fengari's CIST_OAH: the call was made with hooks allowed. */
const hooksAllowed = 1;

/** Guards the global functions; expects the table of globals on top of the stack. */
export function guardBase(L: LuaState, run: LuaRun): void {
  wrapFunctions(L, { pcall: protectedCall(run), xpcall: protectedCall(run), tonumber: charged(run) });
  setFunctions(L, {
    print: print(run),
    load: load(run),
    dofile: refusal('dofile'),
    loadfile: refusal('loadfile'),
    collectgarbage: collectGarbage(run),
  });
}

/**
 * fengari forgets to note that hooks were allowed when a protected call begins in a coroutine, and forbids them for good
 * when it recovers from an error: after `pcall(error)` no budget would ever end a loop. So it is noted here.
 */
function protectedCall(run: LuaRun): (original: LuaFunction) => LuaFunction {
  return (original) => (L) => {
    run.guard.charge(L, protectedCallCharge);
    L.ci.callstatus |= hooksAllowed;
    const count = original(L);
    run.guard.throwIfEnded();
    return count;
  };
}

function print(run: LuaRun): LuaFunction {
  return (L) => {
    const parts: string[] = [];
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

/** `load` for texts only: no bytecode, which fengari does not check, and no reader functions. */
function load(run: LuaRun): LuaFunction {
  return (L) => {
    if (lua.lua_type(L, 1) !== lua.LUA_TSTRING) raise(L, 'load takes a text in a policy, not a function');
    const text = lauxlib.luaL_checkstring(L, 1);
    const name = lauxlib.luaL_optstring(L, 2, luaText.key('=(load)'));
    // The parser walks some tens of instructions' worth of work for each byte.
    run.guard.charge(L, text.length * 20);
    const hasEnvironment = lua.lua_type(L, 4) !== lua.LUA_TNONE;
    const status = lauxlib.luaL_loadbufferx(L, text, text.length, name, luaText.key('t'));
    run.guard.throwIfEnded();
    if (status !== lua.LUA_OK) {
      lua.lua_pushnil(L);
      lua.lua_insert(L, -2);
      return 2;
    }
    if (hasEnvironment) {
      lua.lua_pushvalue(L, 4);
      if (lua.lua_setupvalue(L, -2, 1) === null) lua.lua_pop(L, 1);
    }
    return 1;
  };
}

/** The options of Lua 5.3 and 5.4; what each answers where nothing is to be done. */
const collectorAnswers: Readonly<Record<string, (L: LuaState) => void>> = {
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
function collectGarbage(run: LuaRun): LuaFunction {
  return (L) => {
    const option = luaText.read(lauxlib.luaL_optstring(L, 1, luaText.key('collect')));
    if (option === 'count') lua.lua_pushnumber(L, run.guard.liveBytes(L) / 1024);
    else if (Object.hasOwn(collectorAnswers, option)) collectorAnswers[option](L);
    else return lauxlib.luaL_argerror(L, 1, luaText.bytes(`invalid option '${option}'`));
    return 1;
  };
}
