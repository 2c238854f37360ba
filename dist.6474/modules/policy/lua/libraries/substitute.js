import { fengari } from '../fengariApi.js';
import { raiseAtCaller } from '../luaLibrary.js';
import { LuaPattern, PatternError } from '../luaPattern.js';
import { luaText } from '../luaText.js';
import { pushCapture, pushMatch } from './matchValues.js';
import { TextBuilder } from './textBuilder.js';
const { lua, lauxlib } = fengari;
const caret = 94;
const escapeByte = 37;
/** Putting one match into the result. */
const replacementCharge = 20;
/** string.gsub. */
export function substitute(run, L) {
    const subject = lauxlib.luaL_checkstring(L, 1);
    const pattern = lauxlib.luaL_checkstring(L, 2);
    const replacementLimit = lauxlib.luaL_optinteger(L, 4, subject.length + 1);
    checkReplacement(L);
    const isAnchored = pattern[0] === caret;
    const matcher = new LuaPattern(subject, pattern, (steps) => run.guard.charge(L, steps));
    const result = new TextBuilder(L);
    let at = 0;
    let copied = 0;
    let lastEnd = -1;
    let count = 0;
    while (count < replacementLimit) {
        const end = matcher.match(at, isAnchored ? 1 : 0);
        if (end !== -1 && end !== lastEnd) {
            count++;
            const replacement = replacementOf(L, subject, { matcher, begin: at, end });
            run.guard.charge(L, replacementCharge + replacement.length / 8);
            result.add(subject.subarray(copied, at));
            result.add(replacement);
            at = end;
            copied = end;
            lastEnd = end;
        }
        else if (at < subject.length)
            at++;
        else
            break;
        if (isAnchored)
            break;
    }
    result.add(subject.subarray(copied));
    result.push();
    lua.lua_pushinteger(L, count);
    return 2;
}
function checkReplacement(L) {
    const type = lua.lua_type(L, 3);
    const types = [lua.LUA_TNUMBER, lua.LUA_TSTRING, lua.LUA_TFUNCTION, lua.LUA_TTABLE];
    if (!types.includes(type))
        lauxlib.luaL_argerror(L, 3, luaText.key('string/function/table expected'));
}
function replacementOf(L, subject, found) {
    const type = lua.lua_type(L, 3);
    if (type === lua.LUA_TFUNCTION) {
        lua.lua_pushvalue(L, 3);
        lua.lua_call(L, pushMatch(L, subject, found), 1);
    }
    else if (type === lua.LUA_TTABLE) {
        pushIndexed(L, subject, found, 0);
        lua.lua_gettable(L, 3);
    }
    else
        return expandTemplate(L, subject, found);
    const whole = subject.subarray(found.begin, found.end);
    const value = lua.lua_toboolean(L, -1) ? lua.lua_type(L, -1) : lua.LUA_TNIL;
    if (value !== lua.LUA_TNIL && value !== lua.LUA_TSTRING && value !== lua.LUA_TNUMBER) {
        raiseAtCaller(L, `invalid replacement value (a ${luaText.read(lua.lua_typename(L, value))})`);
    }
    const text = value === lua.LUA_TNIL ? whole : (lua.lua_tostring(L, -1) ?? whole);
    lua.lua_pop(L, 1);
    return text;
}
/** Capture `index` from 0; the whole match stands for the first when there are none. */
function pushIndexed(L, subject, { matcher, begin, end }, index) {
    const capture = matcher.captures[index];
    if (capture !== undefined)
        pushCapture(L, subject, capture);
    else if (index === 0)
        lua.lua_pushlstring(L, subject.subarray(begin, end), end - begin);
    else
        throw new PatternError(`invalid capture index %${index + 1}`);
}
/** A replacement text: %1 to %9 are captures, %0 the whole match, %% a percent sign. */
function expandTemplate(L, subject, found) {
    const template = lauxlib.luaL_checkstring(L, 3);
    if (!template.includes(escapeByte))
        return template;
    const text = new TextBuilder(L);
    const single = new Uint8Array(1);
    const addByte = (byte) => {
        single[0] = byte;
        text.add(single);
    };
    L.l_G.guard?.owe(template.length);
    for (let at = 0; at < template.length; at++) {
        if (template[at] !== escapeByte) {
            addByte(template[at]);
            continue;
        }
        const next = template[++at];
        if (next === escapeByte)
            addByte(escapeByte);
        else if (next === 48)
            text.add(subject.subarray(found.begin, found.end));
        else if (next >= 49 && next <= 57) {
            pushIndexed(L, subject, found, next - 49);
            text.add(lua.lua_tostring(L, -1) ?? new Uint8Array());
            lua.lua_pop(L, 1);
        }
        else
            throw new PatternError("invalid use of '%' in replacement string");
    }
    return text.bytes;
}
