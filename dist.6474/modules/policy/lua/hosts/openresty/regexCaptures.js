import { fengari } from '../../fengariApi.js';
import { luaText } from '../../luaText.js';
const { lua } = fengari;
/** Sets [0], [1], ... and names in the table on top of the stack; false for a group that took no part. */
export function fillCaptures(L, { regex, subject }, spans) {
    for (let group = 0; group <= regex.groupCount; group++) {
        pushGroup(L, subject, spans, group);
        lua.lua_rawseti(L, -2, group);
    }
    for (const [name, group] of regex.names) {
        pushGroup(L, subject, spans, group);
        lua.lua_setfield(L, -2, luaText.bytes(name));
    }
}
function pushGroup(L, subject, spans, group) {
    const bytes = groupBytes(subject, spans, group);
    if (bytes === undefined)
        lua.lua_pushboolean(L, false);
    else
        lua.lua_pushlstring(L, bytes, bytes.length);
}
/** What a group matched; undefined where it took no part. */
export function groupBytes({ bytes }, spans, group) {
    const begin = spans[2 * group];
    const end = spans[2 * group + 1];
    return begin === undefined || begin < 0 || end < 0 ? undefined : bytes.subarray(begin, end);
}
