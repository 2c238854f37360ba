import { fengari } from '../fengariApi.js';
import { raiseAtCaller } from '../luaLibrary.js';
import { PatternError } from '../luaPattern.js';
const { lua } = fengari;
/** Pushes the captures of a match, or the whole match when the pattern has none; returns how many. */
export function pushMatch(L, subject, { matcher, begin, end }) {
    if (matcher.captures.length > 0)
        return pushCaptures(L, subject, matcher.captures);
    lua.lua_pushlstring(L, subject.subarray(begin, end), end - begin);
    return 1;
}
/** Pushes the captures of a match; returns how many. */
export function pushCaptures(L, subject, captures) {
    if (!lua.lua_checkstack(L, captures.length))
        raiseAtCaller(L, 'too many captures');
    for (const capture of captures)
        pushCapture(L, subject, capture);
    return captures.length;
}
/** Pushes a capture: its text, or its position from 1 when it is `()`. */
export function pushCapture(L, subject, { begin, length }) {
    if (length === -1)
        throw new PatternError('unfinished capture');
    if (length === -2)
        lua.lua_pushinteger(L, begin + 1);
    else
        lua.lua_pushlstring(L, subject.subarray(begin, begin + length), length);
}
