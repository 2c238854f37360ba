import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { shortNumber } from '../shortNumber.js';
import { fillCaptures, groupBytes } from './regexCaptures.js';
const { lua } = fengari;
/** The replacement at `index` of the stack; undefined for a template that is none. */
export function replacementAt(L, index) {
    const type = lua.lua_type(L, index);
    if (type === lua.LUA_TFUNCTION)
        return byFunction(index);
    if (type === lua.LUA_TNUMBER)
        return byTemplate(shortNumber(lua.lua_tonumber(L, index)));
    if (type === lua.LUA_TSTRING)
        return byTemplate(byteText.read(lua.lua_tostring(L, index) ?? new Uint8Array()));
    return raise(L, `bad argument #${index} (string, number, or function expected)`);
}
/** Its result stands as it is: dollar signs in it mean nothing. */
function byFunction(index) {
    return (L, search, spans) => {
        lua.lua_pushvalue(L, index);
        lua.lua_createtable(L, 0, 0);
        fillCaptures(L, search, spans);
        lua.lua_call(L, 1, 1);
        const type = lua.lua_type(L, -1);
        if (type !== lua.LUA_TSTRING && type !== lua.LUA_TNUMBER) {
            const found = luaText.read(lua.lua_typename(L, type));
            raise(L, `string or number expected to be returned by the replace function, got ${found}`);
        }
        const text = type === lua.LUA_TNUMBER ? byteText.bytes(shortNumber(lua.lua_tonumber(L, -1))) : lua.lua_tostring(L, -1);
        lua.lua_pop(L, 1);
        return [text ?? new Uint8Array()];
    };
}
/** `$0`, `$1`, `${1}` and `$$`. */
function byTemplate(template) {
    const parts = [];
    const sign = /\$(?:\$|(\d+)|\{(\d+)\})|[^$]+|\$/y;
    for (let found = sign.exec(template); found !== null; found = sign.exec(template)) {
        const [text, bare, braced] = found;
        const group = bare ?? braced;
        if (text === '$')
            return undefined;
        parts.push(group === undefined ? byteText.bytes(text === '$$' ? '$' : text) : Number(group));
    }
    return (_, { subject }, spans) => parts.map((part) => (typeof part === 'number' ? (groupBytes(subject, spans, part) ?? new Uint8Array()) : part));
}
