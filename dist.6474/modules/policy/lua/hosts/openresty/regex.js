import { fengari } from '../../fengariApi.js';
import { pushLibrary, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount, readField } from '../../luaValue.js';
import { CompiledRegex, compileMessage } from '../regex/compiledRegex.js';
import { MatchLimitError } from '../regex/matchRegex.js';
import { RegexError } from '../regex/regexNode.js';
import { fillCaptures } from './regexCaptures.js';
import { replacementAt } from './regexReplacement.js';
const { lua, lauxlib } = fengari;
/** nginx.conf's lua_regex_cache_max_entries, where it says nothing. */
const cacheLimitCount = 1_024;
const cachedStepLimit = 1_000;
const flags = 'adDijJmosuUx';
const cacheOf = new WeakMap();
/**
 * Pushes `ngx.re`: match, find, gmatch, sub, gsub. Source: lua-nginx-module's README, lua-resty-core's regex.lua.
 *
 * PCRE's patterns on a matcher of our own, whose steps count as instructions.
 */
export function pushRe(L, run) {
    pushLibrary(L, {
        match: failing(1, (thread) => match(run, thread)),
        find: failing(2, (thread) => find(run, thread)),
        gmatch: failing(1, (thread) => gmatch(run, thread)),
        sub: failing(2, (thread) => substitute(run, thread, 1)),
        gsub: failing(2, (thread) => substitute(run, thread, Number.POSITIVE_INFINITY)),
    });
}
/** Errors of the pattern are nil, as often as there are results, and a message. */
function failing(nilCount, work) {
    return (L) => {
        try {
            return work(L);
        }
        catch (thrown) {
            if (!(thrown instanceof MatchLimitError || thrown instanceof PatternFailure))
                throw thrown;
            for (let count = 0; count < nilCount; count++)
                lua.lua_pushnil(L);
            const text = thrown instanceof MatchLimitError ? `pcre_exec() failed: ${thrown.code}` : thrown.message;
            lua.lua_pushstring(L, luaText.bytes(text));
            return nilCount + 1;
        }
    };
}
/** What a function of ngx.re returns as its error. */
class PatternFailure extends Error {
}
/** The text, the pattern and the options at `optionsAt`. */
function readSearch(run, L, optionsAt) {
    const text = lauxlib.luaL_checkstring(L, 1);
    const pattern = lauxlib.luaL_checkstring(L, 2);
    const options = lua.lua_isnoneornil(L, optionsAt) ? '' : luaText.read(lauxlib.luaL_checkstring(L, optionsAt));
    const wrong = [...options].find((letter) => !flags.includes(letter));
    if (wrong !== undefined)
        raise(L, `unknown flag "${wrong}" (flags "${options.slice(0, 50)}")`);
    if (/[dD]/.test(options))
        raise(L, `ngx.re's option "${/[dD]/.exec(options)?.[0]}" is not simulated: leave it out`);
    run.guard.charge(L, 20 + Math.ceil(text.length / 8));
    try {
        const regex = compiled(run, L, pattern, options);
        return { regex, subject: regex.subject(text) };
    }
    catch (thrown) {
        if (!(thrown instanceof RegexError))
            throw thrown;
        throw new PatternFailure(compileMessage(thrown, pattern));
    }
}
function compiled(run, L, pattern, options) {
    const cache = cacheOf.get(run) ?? new Map();
    cacheOf.set(run, cache);
    const key = `${[...options].sort().join('')}/${pattern.join()}`;
    let regex = cache.get(key);
    if (regex === undefined) {
        run.guard.charge(L, 500 + pattern.length * 50);
        const has = (letter) => options.includes(letter);
        const letters = { i: has('i'), m: has('m'), s: has('s'), x: has('x'), u: has('u') || has('U'), a: has('a') };
        regex = new CompiledRegex(pattern, letters);
        run.guard.charge(L, regex.stepCount * 10);
        // Those that are large are compiled each time: they would fill the memory that Lua does not see.
        if (cache.size < cacheLimitCount && regex.stepCount < cachedStepLimit)
            cache.set(key, regex);
    }
    return regex;
}
function searchFrom(run, L, { regex, subject }, from) {
    return regex.search(subject, from, (steps) => run.guard.charge(L, steps));
}
/** The byte that `ctx.pos` (argument `index`) says, from 0. */
function positionAt(L, index) {
    if (lua.lua_type(L, index) !== lua.LUA_TTABLE)
        return 0;
    const position = readField(L, index, 'pos');
    return typeof position === 'number' ? Math.max(0, Math.trunc(position) - 1) : 0;
}
function setPosition(L, index, end) {
    if (lua.lua_type(L, index) !== lua.LUA_TTABLE)
        return;
    pushCount(L, end + 1);
    lua.lua_setfield(L, index, luaText.key('pos'));
}
/** match(subject, regex, options?, ctx?, res_table?) */
function match(run, L) {
    const search = readSearch(run, L, 3);
    const spans = searchFrom(run, L, search, positionAt(L, 4));
    if (spans === undefined) {
        lua.lua_pushnil(L);
        return 1;
    }
    setPosition(L, 4, spans[1]);
    if (lua.lua_type(L, 5) === lua.LUA_TTABLE)
        lua.lua_pushvalue(L, 5);
    else
        lua.lua_createtable(L, 0, 0);
    fillCaptures(L, search, spans);
    return 1;
}
/** find(subject, regex, options?, ctx?, nth?) */
function find(run, L) {
    const search = readSearch(run, L, 3);
    const nth = lua.lua_isnoneornil(L, 5) ? 0 : lauxlib.luaL_checkinteger(L, 5);
    const spans = searchFrom(run, L, search, positionAt(L, 4));
    if (spans === undefined) {
        lua.lua_pushnil(L);
        return 1;
    }
    if (nth < 0 || nth > search.regex.groupCount)
        throw new PatternFailure('nth out of bound');
    setPosition(L, 4, spans[1]);
    if (spans[2 * nth] < 0) {
        lua.lua_pushnil(L);
        lua.lua_pushnil(L);
        return 2;
    }
    pushCount(L, spans[2 * nth] + 1);
    pushCount(L, spans[2 * nth + 1]);
    return 2;
}
/** gmatch(subject, regex, options?): an iterator over all matches. */
function gmatch(run, L) {
    const search = readSearch(run, L, 3);
    let from = 0;
    const step = (thread) => {
        const spans = from > search.subject.bytes.length ? undefined : searchFrom(run, thread, search, from);
        if (spans === undefined) {
            from = Number.POSITIVE_INFINITY;
            lua.lua_pushnil(thread);
            return 1;
        }
        from = spans[0] === spans[1] ? spans[1] + 1 : spans[1];
        lua.lua_createtable(thread, 0, 0);
        fillCaptures(thread, search, spans);
        return 1;
    };
    lua.lua_pushcfunction(L, failing(1, step));
    return 1;
}
/** sub(subject, regex, replace, options?): the new text and how many matches were replaced. */
function substitute(run, L, limit) {
    const search = readSearch(run, L, 4);
    const replacement = replacementAt(L, 3);
    if (replacement === undefined)
        throw new PatternFailure('failed to compile the replacement template');
    const { bytes } = search.subject;
    const parts = [];
    let length = 0;
    const add = (part) => {
        length += part.length;
        run.guard.checkLength(L, length);
        parts.push(part);
    };
    let copied = 0;
    let from = 0;
    let count = 0;
    while (count < limit && from <= bytes.length) {
        const spans = searchFrom(run, L, search, from);
        if (spans === undefined)
            break;
        count++;
        add(bytes.subarray(copied, spans[0]));
        for (const part of replacement(L, search, spans))
            add(part);
        copied = spans[1];
        from = spans[0] === spans[1] ? spans[1] + 1 : spans[1];
    }
    add(bytes.subarray(copied));
    const result = new Uint8Array(Buffer.concat(parts, length));
    lua.lua_pushlstring(L, result, result.length);
    pushCount(L, count);
    return 2;
}
