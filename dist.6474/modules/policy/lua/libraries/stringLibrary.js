import { fengari } from '../fengariApi.js';
import { stringFormat } from '../format/stringFormat.js';
import { raiseAtCaller, refusal, setFunctions, wrapFunctions } from '../luaLibrary.js';
import { LuaPattern, PatternError } from '../luaPattern.js';
import { luaText } from '../luaText.js';
import { charged } from './charged.js';
import { pushCaptures, pushMatch } from './matchValues.js';
import { substitute } from './substitute.js';
const { lua, lauxlib } = fengari;
const caret = 94;
/** A letter of a format may ask for a value to be made. */
const formatByteCharge = 8;
const specials = luaText.bytes('^$*+?.([%-');
/** Guards `string` (on top of the stack): pattern functions count their steps, rep checks before it allocates. */
export function guardStrings(L, run) {
    const wrap = charged(run);
    wrapFunctions(L, {
        byte: wrap,
        lower: wrap,
        upper: wrap,
        reverse: wrap,
        pack: charged(run, formatByteCharge),
        packsize: charged(run, formatByteCharge),
        unpack: charged(run, formatByteCharge),
    });
    setFunctions(L, {
        char: wrap(char),
        format: wrap(stringFormat),
        find: (thread) => guarded(thread, () => find(run, thread)),
        match: (thread) => guarded(thread, () => match(run, thread)),
        gmatch: gmatch(run),
        gsub: (thread) => guarded(thread, () => substitute(run, thread)),
        rep: rep(run),
        dump: refusal('string.dump', 'bytecode is not loaded either'),
    });
}
/** `string.char`: fengari's fails outside of Lua for what is no byte. */
function char(L) {
    const bytes = new Uint8Array(lua.lua_gettop(L));
    for (let argument = 1; argument <= bytes.length; argument++) {
        const code = lauxlib.luaL_checkinteger(L, argument);
        if (code < 0 || code > 255)
            lauxlib.luaL_argerror(L, argument, luaText.key('value out of range'));
        bytes[argument - 1] = code;
    }
    lua.lua_pushlstring(L, bytes, bytes.length);
    return 1;
}
/** `string.rep`, whose length is known before anything is made: fengari's goes round as often as it is told, adding nothing. */
function rep(run) {
    return (L) => {
        const text = lauxlib.luaL_checkstring(L, 1);
        const count = lauxlib.luaL_checkinteger(L, 2);
        const separator = lauxlib.luaL_optstring(L, 3, new Uint8Array());
        const period = text.length + separator.length;
        const length = count <= 0 ? 0 : count * period - separator.length;
        run.guard.checkLength(L, length);
        const bytes = new Uint8Array(length);
        bytes.set(text.subarray(0, length));
        if (count > 1)
            bytes.set(separator, text.length);
        for (let filled = period; filled < length; filled *= 2)
            bytes.copyWithin(filled, 0, filled);
        lua.lua_pushlstring(L, bytes, length);
        return 1;
    };
}
/** Malformed patterns are the policy's errors. */
function guarded(L, work) {
    try {
        return work();
    }
    catch (thrown) {
        if (thrown instanceof PatternError)
            return raiseAtCaller(L, thrown.message);
        throw thrown;
    }
}
/** The subject, the pattern and the begin (from 0) of find and match; undefined when the begin is behind the subject. */
function readSearch(L) {
    const subject = lauxlib.luaL_checkstring(L, 1);
    const pattern = lauxlib.luaL_checkstring(L, 2);
    const init = lauxlib.luaL_optinteger(L, 3, 1);
    const position = init >= 0 ? init : Math.max(0, subject.length + init + 1);
    const begin = Math.max(1, position) - 1;
    return begin > subject.length ? undefined : { subject, pattern, begin };
}
function find(run, L) {
    const search = readSearch(L);
    if (search === undefined)
        return pushNothing(L);
    const { subject, pattern, begin } = search;
    if (lua.lua_toboolean(L, 4) || !pattern.some((byte) => specials.includes(byte))) {
        run.guard.charge(L, Math.ceil((subject.length - begin) / 8) * Math.min(Math.max(1, pattern.length), 250));
        const at = Buffer.from(subject.buffer, subject.byteOffset, subject.length).indexOf(pattern, begin);
        return at === -1 ? pushNothing(L) : pushSpan(L, at, at + pattern.length);
    }
    const found = firstMatch(run, L, search);
    if (found === undefined)
        return pushNothing(L);
    return pushSpan(L, found.begin, found.end) + pushCaptures(L, subject, found.matcher.captures);
}
function match(run, L) {
    const search = readSearch(L);
    const found = search === undefined ? undefined : firstMatch(run, L, search);
    if (search === undefined || found === undefined)
        return pushNothing(L);
    return pushMatch(L, search.subject, found);
}
function firstMatch(run, L, search) {
    const { subject, pattern } = search;
    const isAnchored = pattern[0] === caret;
    const matcher = new LuaPattern(subject, pattern, (steps) => run.guard.charge(L, steps));
    for (let begin = search.begin; begin <= subject.length; begin++) {
        const end = matcher.match(begin, isAnchored ? 1 : 0);
        if (end !== -1)
            return { matcher, begin, end };
        if (isAnchored)
            return undefined;
    }
    return undefined;
}
function gmatch(run) {
    return (L) => {
        const subject = lauxlib.luaL_checkstring(L, 1);
        const pattern = lauxlib.luaL_checkstring(L, 2);
        let begin = 0;
        let lastEnd = -1;
        // Both texts are upvalues, so that they count as alive as long as the iterator does.
        lua.lua_settop(L, 2);
        const next = (thread) => guarded(thread, () => {
            const matcher = new LuaPattern(subject, pattern, (steps) => run.guard.charge(thread, steps));
            for (; begin <= subject.length; begin++) {
                const end = matcher.match(begin, 0);
                if (end === -1 || end === lastEnd)
                    continue;
                const found = { matcher, begin, end };
                begin = end;
                lastEnd = end;
                return pushMatch(thread, subject, found);
            }
            return 0;
        });
        lua.lua_pushcclosure(L, next, 2);
        return 1;
    };
}
function pushNothing(L) {
    lua.lua_pushnil(L);
    return 1;
}
function pushSpan(L, begin, end) {
    lua.lua_pushinteger(L, begin + 1);
    lua.lua_pushinteger(L, end);
    return 2;
}
