import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { policyLine } from '../../policyLine.js';
import { isNull } from '../nullValue.js';
import { shortNumber } from '../shortNumber.js';
const { lua, lauxlib } = fengari;
/** Names of nginx's log levels, by their number; `ngx.ERR` is 4. */
const levels = ['stderr', 'emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];
/** nginx's NGX_MAX_ERROR_STR. */
const lineLimit = 2_048;
export const levelConstants = {
    STDERR: 0,
    EMERG: 1,
    ALERT: 2,
    CRIT: 3,
    ERR: 4,
    WARN: 5,
    NOTICE: 6,
    INFO: 7,
    DEBUG: 8,
};
/** `ngx.log(level, ...)`: `[error] policy.lua:12: text`, as error.log without its date and process. All levels are kept. */
export function log(run) {
    return (L) => {
        const level = levels[lauxlib.luaL_checknumber(L, 1)];
        if (level === undefined)
            return lauxlib.luaL_argerror(L, 1, luaText.key('bad log level'));
        writeLog(L, run, level, 2);
        return 0;
    };
}
/** Logs the arguments from `first` on, joined. */
export function writeLog(L, run, level, first) {
    let text = '';
    for (let index = first; index <= lua.lua_gettop(L); index++)
        text += logged(L, index);
    const place = policyLine(L, run.guard.fileName) ?? run.guard.fileName;
    const line = `[${level}] ${place}: ${text}`.slice(0, lineLimit);
    run.guard.output(L, line.length + 1);
    run.log(line);
}
/** What ngx.log takes: no tables, but for those that say how they are shown. */
function logged(L, index) {
    const type = lua.lua_type(L, index);
    if (isNull(L, index))
        return 'null';
    if (type === lua.LUA_TNUMBER)
        return shortNumber(lua.lua_tonumber(L, index));
    if (type === lua.LUA_TTABLE) {
        if (!lauxlib.luaL_callmeta(L, index, luaText.key('__tostring'))) {
            raise(L, `bad argument #${index} to 'log' (expected table to have __tostring metamethod)`);
        }
        const text = luaText.read(lua.lua_tostring(L, -1) ?? new Uint8Array());
        lua.lua_pop(L, 1);
        return text;
    }
    if (type !== lua.LUA_TSTRING && type !== lua.LUA_TBOOLEAN && type !== lua.LUA_TNIL) {
        const found = luaText.read(lua.lua_typename(L, type));
        raise(L, `bad argument #${index} to 'log' (string, number, boolean, or nil expected, got ${found})`);
    }
    const text = luaText.read(lauxlib.luaL_tolstring(L, index));
    lua.lua_pop(L, 1);
    return text;
}
