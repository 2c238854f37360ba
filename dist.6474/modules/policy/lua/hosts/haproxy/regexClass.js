import { fengari } from '../../fengariApi.js';
import { pushLibrary } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { setField } from '../../luaValue.js';
import { heldObject } from '../heldObject.js';
import { CompiledRegex } from '../regex/compiledRegex.js';
import { MatchLimitError } from '../regex/matchRegex.js';
import { RegexError } from '../regex/regexNode.js';
const { lua, lauxlib } = fengari;
/** Pushes `Regex`: new(pattern, isCaseSensitive), regex:exec(text), regex:match(text). Source: doc/lua-api, "Regex class". */
export function pushRegexClass(L, run) {
    pushLibrary(L, { exec: exec(run), match: match(run) });
    const methods = lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
    pushLibrary(L, {
        new(thread) {
            const pattern = lauxlib.luaL_checkstring(thread, 1);
            const isCaseSensitive = lua.lua_toboolean(thread, 2);
            run.guard.charge(thread, 500 + pattern.length * 50);
            try {
                const options = { i: !isCaseSensitive, m: false, s: false, x: false, u: false, a: false };
                const regex = new CompiledRegex(pattern, options);
                run.guard.charge(thread, regex.stepCount * 10);
                lua.lua_pushboolean(thread, true);
                pushRegex(thread, regex, methods);
            }
            catch (thrown) {
                if (!(thrown instanceof RegexError))
                    throw thrown;
                lua.lua_pushboolean(thread, false);
                lua.lua_pushstring(thread, luaText.bytes(thrown.message));
            }
            return 2;
        },
    });
}
function pushRegex(L, regex, methods) {
    lua.lua_createtable(L, 1, 0);
    lua.lua_pushlightuserdata(L, regex);
    lua.lua_rawseti(L, -2, 1);
    lua.lua_createtable(L, 0, 1);
    setField(L, '__index', () => lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, methods));
    lua.lua_setmetatable(L, -2);
}
function exec(run) {
    return (L) => {
        lua.lua_pushboolean(L, search(run, L).spans !== undefined);
        return 1;
    };
}
/** Whether it matches, and the list of the whole match and its groups. */
function match(run) {
    return (L) => {
        const { spans, bytes } = search(run, L);
        lua.lua_pushboolean(L, spans !== undefined);
        lua.lua_createtable(L, 0, 0);
        for (let group = 0; spans !== undefined && 2 * group < spans.length; group++) {
            const begin = Math.max(0, spans[2 * group]);
            const part = bytes.subarray(begin, Math.max(begin, spans[2 * group + 1]));
            lua.lua_pushlstring(L, part, part.length);
            lua.lua_rawseti(L, -2, group + 1);
        }
        return 2;
    };
}
function search(run, L) {
    const regex = regexAt(L);
    const bytes = lauxlib.luaL_checkstring(L, 2);
    try {
        return { spans: regex.search(regex.subject(bytes), 0, (steps) => run.guard.charge(L, steps)), bytes };
    }
    catch (thrown) {
        // HAProxy tells a match that was given up from none by nothing.
        if (thrown instanceof MatchLimitError)
            return { spans: undefined, bytes };
        throw thrown;
    }
}
const regexAt = (L) => heldObject(L, CompiledRegex, 'not a regex: write regex:match(text), with a colon');
