import { calendarTime, daysOf, formatTime } from '../calendar.js';
import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { checkText, pushLibrary, raise, refusal, setRefusals } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';
import { luaText } from '../luaText.js';
import { pushCount, setField } from '../luaValue.js';
import { parseSleep } from '../sleepText.js';

const { lua, lauxlib } = fengari;

/** Pushes the `os` of a policy: virtual time, `execute` for sleeping, and nothing that leaves the simulation. */
export function pushOs(L: LuaState, run: LuaRun): void {
  pushLibrary(L, {
    time: time(run),
    clock: (thread) => {
      lua.lua_pushnumber(thread, run.nowSeconds);
      return 1;
    },
    date: date(run),
    difftime: (thread) => {
      lua.lua_pushnumber(thread, lauxlib.luaL_checknumber(thread, 1) - lauxlib.luaL_checknumber(thread, 2));
      return 1;
    },
    getenv: getenv(run),
    execute: execute(run),
    exit: refusal('os.exit', 'end the script by returning from it'),
  });
  setRefusals(L, 'os');
}

/** Variables of `policyEnv`: a policy never sees those of the machine it is tried on. */
function getenv(run: LuaRun): LuaFunction {
  return (L) => {
    const name = checkText(L, 1);
    const { env = {} } = run.host;
    if (Object.hasOwn(env, name)) lua.lua_pushstring(L, luaText.bytes(env[name]));
    else {
      lua.lua_pushnil(L);
      run.note(`os.getenv("${name.slice(0, 100)}") is nil here: set it under policyEnv: in the scenario.`);
    }
    return 1;
  };
}

function execute(run: LuaRun): LuaFunction {
  return (L) => {
    if (lua.lua_isnoneornil(L, 1)) {
      // C's system(NULL): is there a shell?
      lua.lua_pushboolean(L, false);
      return 1;
    }
    const command = checkText(L, 1);
    const seconds = parseSleep(command);
    if (seconds === undefined) {
      const text = JSON.stringify(command.slice(0, 100));
      raise(
        L,
        `os.execute(${text}) is not available in a policy: only os.execute("sleep N") is, which waits N simulated seconds`,
      );
    }
    return run.wait(L, seconds, (thread) => {
      lua.lua_pushboolean(thread, true);
      lua.lua_pushstring(thread, luaText.key('exit'));
      lua.lua_pushinteger(thread, 0);
      return 3;
    });
  };
}

function time(run: LuaRun): LuaFunction {
  return (L) => {
    if (lua.lua_isnoneornil(L, 1)) {
      pushCount(L, Math.floor(run.clockSeconds));
      return 1;
    }
    lauxlib.luaL_checktype(L, 1, lua.LUA_TTABLE);
    const field = (name: string, preset?: number) => {
      const type = lua.lua_getfield(L, 1, luaText.key(name));
      const value = type === lua.LUA_TNIL ? preset : lua.lua_tonumber(L, -1);
      lua.lua_pop(L, 1);
      return value ?? raise(L, `field '${name}' missing in date table`);
    };
    const days = daysOf(field('year'), field('month'), field('day'));
    pushCount(L, Math.floor(days * 86_400 + field('hour', 12) * 3_600 + field('min', 0) * 60 + field('sec', 0)));
    return 1;
  };
}

function date(run: LuaRun): LuaFunction {
  return (L) => {
    const format = luaText.read(lauxlib.luaL_optstring(L, 1, luaText.key('%c'))).replace(/^!/, '');
    const moment = calendarTime(lua.lua_isnoneornil(L, 2) ? run.clockSeconds : lauxlib.luaL_checknumber(L, 2));
    if (!format.startsWith('*t')) {
      const text = formatTime(format, moment) ?? raise(L, `os.date does not know the format ${JSON.stringify(format)}`);
      lua.lua_pushstring(L, luaText.bytes(text));
      return 1;
    }
    lua.lua_createtable(L, 0, 9);
    const fields = {
      year: moment.year,
      month: moment.month,
      day: moment.day,
      hour: moment.hour,
      min: moment.minute,
      sec: moment.second,
      wday: moment.weekday + 1,
      yday: moment.yearDay,
    };
    for (const [name, value] of Object.entries(fields)) setField(L, name, () => lua.lua_pushinteger(L, value));
    setField(L, 'isdst', () => lua.lua_pushboolean(L, false));
    return 1;
  };
}
