import { calendarTime, utcSeconds } from '../../../base/utcCalendar.js';
import { fengari } from '../fengariApi.js';
import { raiseAtCaller } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { pushCount, setField } from '../luaValue.js';
import { ConversionError, strftime } from '../strftime.js';
const { lua, lauxlib } = fengari;
/** os.date, os.time and os.difftime of Lua 5.3 on the calendar of the run: UTC, in the locale "C". */
/** What a field of a date may be at most, in C's `int`: INT_MAX / 2, as loslib.c has it. */
const fieldLimit = 1_073_741_823;
/** C's years count from 1900 in an `int`. */
const yearLimit = 2 ** 31 + 1899;
export function date(run) {
    return (L) => {
        const bytes = lauxlib.luaL_optstring(L, 1, luaText.key('%c'));
        const seconds = lua.lua_isnoneornil(L, 2) ? run.clockSeconds : checkTime(L, 2, run);
        // One character a byte, so that texts which are no UTF-8 pass unchanged.
        const whole = Buffer.from(bytes).toString('latin1');
        const format = whole.replace(/^!/, '');
        const moment = calendarTime(seconds);
        if (Math.abs(moment.year) > yearLimit)
            raiseAtCaller(L, 'time result cannot be represented in this installation');
        if (format === '*t') {
            lua.lua_createtable(L, 0, 9);
            setFields(L, moment);
            return 1;
        }
        run.guard.charge(L, format.length);
        // Local time is UTC; C names the zone of the other one so.
        const text = Buffer.from(formatted(L, format, moment, whole === format ? 'UTC' : 'GMT'), 'latin1');
        lua.lua_pushlstring(L, new Uint8Array(text), text.length);
        return 1;
    };
}
function formatted(L, format, moment, zone) {
    try {
        return strftime(format, moment, zone);
    }
    catch (thrown) {
        if (!(thrown instanceof ConversionError))
            throw thrown;
        return lauxlib.luaL_argerror(L, 1, Buffer.from(thrown.message, 'latin1'));
    }
}
/** The table's fields are brought into their ranges, as C's mktime does. */
export function time(run) {
    return (L) => {
        if (lua.lua_isnoneornil(L, 1)) {
            pushCount(L, Math.floor(run.clockSeconds));
            return 1;
        }
        lauxlib.luaL_checktype(L, 1, lua.LUA_TTABLE);
        lua.lua_settop(L, 1);
        const second = readDateField(L, 'sec', 0);
        const minute = readDateField(L, 'min', 0);
        const hour = readDateField(L, 'hour', 12);
        const [day, month, year] = ['day', 'month', 'year'].map((name) => readDateField(L, name));
        lua.lua_getfield(L, 1, luaText.key('isdst'));
        // UTC has no summer time; C takes the hour off that the table claims.
        const summerSeconds = lua.lua_toboolean(L, -1) ? 3_600 : 0;
        lua.lua_pop(L, 1);
        const seconds = utcSeconds({ year, month, day, hour, minute, second }) - summerSeconds;
        setFields(L, calendarTime(seconds));
        pushCount(L, seconds);
        return 1;
    };
}
/** A field of the date table at index 1. */
function readDateField(L, name, preset) {
    const type = lua.lua_getfield(L, 1, luaText.key(name));
    // Texts that are numbers count, as everywhere in Lua.
    const isNumber = type === lua.LUA_TNUMBER || type === lua.LUA_TSTRING;
    const value = isNumber && lua.lua_isnumber(L, -1) ? lua.lua_tonumber(L, -1) : undefined;
    lua.lua_pop(L, 1);
    if (value !== undefined && Number.isInteger(value)) {
        if (Math.abs(value) > fieldLimit)
            raiseAtCaller(L, `field '${name}' is out-of-bound`);
        return value;
    }
    if (type !== lua.LUA_TNIL)
        raiseAtCaller(L, `field '${name}' is not an integer`);
    return preset ?? raiseAtCaller(L, `field '${name}' missing in date table`);
}
export function difftime(run) {
    return (L) => {
        lua.lua_pushnumber(L, checkTime(L, 1, run) - checkTime(L, 2, run));
        return 1;
    };
}
/** A time as an argument. Fractions are dropped, as Lua 5.1 and LuaJIT do, but not without a word: 5.3 and 5.4 refuse them. */
function checkTime(L, argument, run) {
    const value = lauxlib.luaL_checknumber(L, argument);
    if (Number.isInteger(value))
        return value;
    if (!Number.isFinite(value)) {
        return lauxlib.luaL_argerror(L, argument, luaText.key('number has no integer representation'));
    }
    run.note('a time with a fraction went to os.date or os.difftime: Lua 5.1 and LuaJIT drop the fraction, Lua 5.3 and 5.4 raise an error. Write math.floor(time).');
    return Math.floor(value);
}
/** Sets the fields of the table on top of the stack. */
function setFields(L, moment) {
    const fields = {
        sec: moment.second,
        min: moment.minute,
        hour: moment.hour,
        day: moment.day,
        month: moment.month,
        year: moment.year,
        wday: moment.weekday + 1,
        yday: moment.yearDay,
    };
    for (const [name, value] of Object.entries(fields))
        setField(L, name, () => pushCount(L, value));
    setField(L, 'isdst', () => lua.lua_pushboolean(L, false));
}
