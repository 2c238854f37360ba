import { fengari } from '../../fengariApi.js';
import { pushLibrary, setRefusals } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { setField } from '../../luaValue.js';
const { lua, lauxlib } = fengari;
/** Pushes `socket` of LuaSocket: the clock, waiting, and its helpers for errors; no sockets. */
export function pushSocket(L, run) {
    pushLibrary(L, {
        sleep: (thread) => run.wait(thread, Math.max(0, lauxlib.luaL_checknumber(thread, 1) || 0), () => 0),
        gettime: (thread) => {
            lua.lua_pushnumber(thread, run.clockSeconds);
            return 1;
        },
        select: select(run),
        skip: (thread) => {
            const count = lauxlib.luaL_checkinteger(thread, 1);
            return Math.max(0, lua.lua_gettop(thread) - 1 - Math.max(0, count));
        },
    });
    setField(L, '_VERSION', () => lua.lua_pushstring(L, luaText.key('LuaSocket 3.0.0 (dryscale)')));
    pushErrorHelpers(L);
    setRefusals(L, 'socket');
}
/** `socket.select(nil, nil, seconds)` is how many scripts sleep. With sockets it has nothing to wait for. */
function select(run) {
    return (L) => {
        const hasSockets = [1, 2].some((index) => lua.lua_type(L, index) === lua.LUA_TTABLE && lua.lua_rawlen(L, index) > 0);
        if (hasSockets)
            lauxlib.luaL_argerror(L, 1, luaText.key('a policy has no sockets'));
        const seconds = Math.max(0, lauxlib.luaL_checknumber(L, 3));
        return run.wait(L, seconds, (thread) => {
            lua.lua_createtable(thread, 0, 0);
            lua.lua_createtable(thread, 0, 0);
            lua.lua_pushstring(thread, luaText.key('timeout'));
            return 3;
        });
    };
}
/** `try`, `newtry`, `protect`: https://lunarmodules.github.io/luasocket/socket.html#protect */
const helperSource = `
local mark = {}
local function newtry(finish)
  return function(...)
    if (...) then return ... end
    if finish then pcall(finish) end
    error({ [mark] = true, (select(2, ...)) }, 0)
  end
end
local function results(ok, ...)
  if ok then return ... end
  local failure = ...
  if type(failure) == "table" and failure[mark] then return nil, failure[1] end
  error(failure, 0)
end
local function protect(run)
  return function(...) return results(pcall(run, ...)) end
end
return newtry(), newtry, protect
`;
function pushErrorHelpers(L) {
    const source = luaText.key(helperSource);
    lauxlib.luaL_loadbufferx(L, source, source.length, luaText.key('=socket'), luaText.key('t'));
    lua.lua_call(L, 0, 3);
    // The library stands below its three new functions, the last of which is on top.
    for (const [index, name] of ['protect', 'newtry', 'try'].entries()) {
        lua.lua_setfield(L, index - 4, luaText.key(name));
    }
}
