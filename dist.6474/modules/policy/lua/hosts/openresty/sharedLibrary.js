import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { pushLibrary, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount, setField } from '../../luaValue.js';
import { heldObject } from '../heldObject.js';
import { pushOnce } from '../pushOnce.js';
import { nowMs } from './clock.js';
import { capacityBytes, SharedDictionary } from './sharedDictionary.js';
const { lua, lauxlib } = fengari;
/** Each may hold 10 MB outside of Lua's memory, which has a limit of its own. */
const dictionaryLimitCount = 16;
/** get_keys() without an argument: lua-nginx-module's README. */
const keysDefaultCount = 1_024;
/**
 * Pushes `ngx.shared`: a dictionary for any name, since nginx.conf, which declares them, is not read.
 *
 * All controllers of one gateway share them where their host says so (`PolicyHost.sharedData`).
 */
export const pushShared = pushOnce(makeShared);
function makeShared(L, run) {
    const zones = run.sharedData;
    pushLibrary(L, methodsOf(run));
    const methods = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    lua.lua_createtable(L, 0, 0);
    pushLibrary(L, {
        __index: (thread) => {
            if (lua.lua_type(thread, 2) !== lua.LUA_TSTRING)
                return 0;
            const name = luaText.read(lauxlib.luaL_checkstring(thread, 2));
            pushDictionary(thread, dictionaryOf(thread, run, zones, name), methods);
            lua.lua_pushvalue(thread, 2);
            lua.lua_pushvalue(thread, -2);
            lua.lua_rawset(thread, 1);
            return 1;
        },
    });
    lua.lua_setmetatable(L, -2);
}
function dictionaryOf(L, run, zones, name) {
    const known = zones.get(`ngx.shared.${name}`);
    if (known instanceof SharedDictionary)
        return known;
    if (zones.size >= dictionaryLimitCount) {
        const what = `ngx.shared.${name.slice(0, 100)} would be dictionary ${dictionaryLimitCount + 1}`;
        run.guard.kill(L, 'memory', what, `A policy may have ${dictionaryLimitCount}.`);
    }
    const made = new SharedDictionary();
    zones.set(`ngx.shared.${name}`, made);
    return made;
}
/** As in the real one, the zone itself is the object's first element. */
function pushDictionary(L, dictionary, methods) {
    lua.lua_createtable(L, 1, 0);
    lua.lua_pushlightuserdata(L, dictionary);
    lua.lua_rawseti(L, -2, 1);
    lua.lua_createtable(L, 0, 1);
    setField(L, '__index', () => lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, methods));
    lua.lua_setmetatable(L, -2);
}
function methodsOf(run) {
    const now = () => nowMs(run);
    return {
        ...Object.fromEntries(Object.entries({ ...valueMethods(now), ...listMethods(now) }).map(([name, method]) => [name, keyed(method)])),
        ...wholeMethods(run, now),
    };
}
/** A method whose first argument is a key; what the real one says of keys that are none. */
function keyed(method) {
    return (L) => {
        const dictionary = zoneAt(L);
        if (lua.lua_isnoneornil(L, 2))
            return pushFailure(L, 'nil key');
        const key = byteText.read(lauxlib.luaL_tolstring(L, 2));
        lua.lua_pop(L, 1);
        if (key.length === 0)
            return pushFailure(L, 'empty key');
        return key.length > 65_535 ? pushFailure(L, 'key too long') : method(L, dictionary, key);
    };
}
function valueMethods(now) {
    return {
        get: (L, dictionary, key) => pushEntry(L, dictionary.get(key, now())),
        get_stale(L, dictionary, key) {
            const entry = dictionary.getStale(key);
            const count = pushEntry(L, entry);
            if (entry === undefined || Array.isArray(entry.value))
                return count;
            if (count === 1)
                lua.lua_pushnil(L);
            lua.lua_pushboolean(L, entry.expiresMs <= now());
            return 3;
        },
        set: store(now, 'set', false),
        safe_set: store(now, 'set', true),
        add: store(now, 'add', false),
        safe_add: store(now, 'add', true),
        replace: store(now, 'replace', false),
        delete(L, dictionary, key) {
            dictionary.delete(key);
            lua.lua_pushboolean(L, true);
            return 1;
        },
        incr: increment(now),
        ttl(L, dictionary, key) {
            const entry = dictionary.get(key, now());
            if (entry === undefined)
                return pushFailure(L, 'not found');
            return pushOne(L, Number.isFinite(entry.expiresMs) ? (entry.expiresMs - now()) / 1_000 : 0);
        },
        expire(L, dictionary, key) {
            const ttlMs = ttlAt(L, 3, 'exptime', true);
            const entry = dictionary.get(key, now());
            if (entry === undefined)
                return pushFailure(L, 'not found');
            entry.expiresMs = ttlMs === 0 ? Number.POSITIVE_INFINITY : now() + ttlMs;
            lua.lua_pushboolean(L, true);
            return 1;
        },
    };
}
/** Methods on all entries, which cost what they walk. */
function wholeMethods(run, now) {
    const whole = (method) => (L) => {
        const dictionary = zoneAt(L);
        run.guard.charge(L, 1 + dictionary.entryCount);
        return method(L, dictionary);
    };
    return {
        flush_all: whole((_, dictionary) => {
            dictionary.flushAll(now());
            return 0;
        }),
        flush_expired: whole((L, dictionary) => pushOne(L, dictionary.flushExpired(limitAt(L, 2, 0), now()))),
        get_keys: whole((L, dictionary) => {
            const keys = dictionary.keys(limitAt(L, 2, keysDefaultCount), now());
            lua.lua_createtable(L, keys.length, 0);
            for (const [index, key] of keys.entries()) {
                pushScalar(L, byteText.bytes(key));
                lua.lua_rawseti(L, -2, index + 1);
            }
            return 1;
        }),
        capacity: whole((L) => pushOne(L, capacityBytes)),
        free_space: whole((L, dictionary) => pushOne(L, dictionary.freeBytes)),
    };
}
function listMethods(now) {
    const push = (isHead) => {
        return (L, dictionary, key) => {
            const value = scalarAt(L, 3);
            if (value === undefined || typeof value === 'boolean')
                return pushFailure(L, 'bad value type');
            const answer = dictionary.push(key, value, { isHead, nowMs: now() });
            return typeof answer === 'string' ? pushFailure(L, answer) : pushOne(L, answer);
        };
    };
    const pop = (isHead) => {
        return (L, dictionary, key) => {
            const value = dictionary.pop(key, { isHead, nowMs: now() });
            if (typeof value === 'string')
                return pushFailure(L, value);
            if (value === undefined)
                lua.lua_pushnil(L);
            else
                pushScalar(L, value);
            return 1;
        };
    };
    return {
        lpush: push(true),
        rpush: push(false),
        lpop: pop(true),
        rpop: pop(false),
        llen(L, dictionary, key) {
            const value = dictionary.get(key, now())?.value ?? [];
            return Array.isArray(value) ? pushOne(L, value.length) : pushFailure(L, 'value not a list');
        },
    };
}
function store(now, rule, isSafe) {
    return (L, dictionary, key) => {
        const value = scalarAt(L, 3);
        if (value === undefined && !lua.lua_isnoneornil(L, 3))
            return pushFailure(L, 'bad value type');
        const ttlMs = ttlAt(L, 4, 'exptime', false);
        const flags = lua.lua_isnoneornil(L, 5) ? 0 : lauxlib.luaL_checknumber(L, 5);
        const { error, isForcible } = dictionary.store({ key, value, ttlMs, flags, rule, isSafe }, now());
        lua.lua_pushboolean(L, error === undefined);
        if (error === undefined)
            lua.lua_pushnil(L);
        else
            lua.lua_pushstring(L, luaText.key(error));
        lua.lua_pushboolean(L, isForcible);
        return 3;
    };
}
function increment(now) {
    return (L, dictionary, key) => {
        const step = numberAt(L, 3);
        const hasInit = lua.lua_toboolean(L, 4);
        if (!lua.lua_isnoneornil(L, 5) && !hasInit)
            raise(L, 'must provide "init" when providing "init_ttl"');
        const ttlMs = ttlAt(L, 5, 'init_ttl', false);
        const entry = dictionary.get(key, now());
        if (entry === undefined && !hasInit)
            return pushFailure(L, 'not found');
        const base = entry === undefined ? numberAt(L, 4) : entry.value;
        if (typeof base !== 'object' || !('number' in base))
            return pushFailure(L, 'not a number');
        const value = { number: base.number + step.number, isInteger: base.isInteger && step.isInteger };
        if (entry !== undefined) {
            entry.value = value;
            pushScalar(L, value);
            if (!hasInit)
                return 1;
        }
        const request = { key, value, ttlMs, flags: 0, rule: 'set', isSafe: false };
        const { error, isForcible } = entry === undefined ? dictionary.store(request, now()) : { isForcible: false };
        if (error !== undefined)
            return pushFailure(L, error);
        if (entry === undefined)
            pushScalar(L, value);
        lua.lua_pushnil(L);
        lua.lua_pushboolean(L, isForcible);
        return 3;
    };
}
const zoneAt = (L) => heldObject(L, SharedDictionary, 'bad "zone" argument: write dict:get(key), with a colon');
/** Milliseconds; the real one cuts off what is finer. */
function ttlAt(L, index, name, isRequired) {
    if (lua.lua_isnoneornil(L, index) && !isRequired)
        return 0;
    const seconds = lua.lua_isnoneornil(L, index) ? -1 : lauxlib.luaL_checknumber(L, index);
    return seconds >= 0 ? Math.trunc(seconds * 1_000 + 1e-6) : raise(L, `bad "${name}" argument`);
}
function limitAt(L, index, preset) {
    const limit = lua.lua_isnoneornil(L, index) ? preset : lauxlib.luaL_checknumber(L, index);
    return limit > 0 ? limit : Number.POSITIVE_INFINITY;
}
function numberAt(L, index) {
    return { number: lauxlib.luaL_checknumber(L, index), isInteger: lua.lua_isinteger(L, index) };
}
function scalarAt(L, index) {
    const type = lua.lua_type(L, index);
    if (type === lua.LUA_TBOOLEAN)
        return lua.lua_toboolean(L, index);
    if (type === lua.LUA_TNUMBER)
        return numberAt(L, index);
    return type === lua.LUA_TSTRING ? (lua.lua_tostring(L, index) ?? undefined) : undefined;
}
function pushScalar(L, value) {
    if (value instanceof Uint8Array)
        lua.lua_pushlstring(L, value, value.length);
    else if (typeof value === 'boolean')
        lua.lua_pushboolean(L, value);
    else if (value.isInteger)
        pushCount(L, value.number);
    else
        lua.lua_pushnumber(L, value.number);
}
/** The value, and its flags where there are any. */
function pushEntry(L, entry) {
    if (entry === undefined) {
        lua.lua_pushnil(L);
        return 1;
    }
    if (Array.isArray(entry.value))
        return pushFailure(L, 'value is a list');
    pushScalar(L, entry.value);
    if (entry.flags === 0)
        return 1;
    pushCount(L, entry.flags);
    return 2;
}
function pushOne(L, value) {
    pushCount(L, value);
    return 1;
}
function pushFailure(L, message) {
    lua.lua_pushnil(L);
    lua.lua_pushstring(L, luaText.bytes(message));
    return 2;
}
