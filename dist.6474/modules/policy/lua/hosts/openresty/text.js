import { createHash, createHmac } from 'node:crypto';
import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushValue } from '../../luaValue.js';
import { shortNumber } from '../shortNumber.js';
const { lua, lauxlib } = fengari;
/** ngx.decode_args: what is left out beyond it is left out without a word, as in the real one. */
const decodedArgsCount = 100;
/** Escaping, digests and the like: the functions of `ngx` that turn a text into another. All work on bytes. */
export function textFunctions(run) {
    const mapped = (map) => {
        return (L) => {
            const text = textAt(L, 1);
            run.guard.charge(L, 1 + Math.ceil(text.length / 8));
            pushText(L, map(text, L));
            return 1;
        };
    };
    return {
        escape_uri: mapped((text, L) => {
            const kind = lua.lua_isnoneornil(L, 2) ? 2 : lauxlib.luaL_checknumber(L, 2);
            if (kind === 2)
                return escapeComponent(text);
            return kind === 0
                ? escapeAll(text, /[^!"$&'()*+,\-./0-9:;<=>@A-Z[\\\]^_`a-z{|}~]/g)
                : raise(L, `ngx.escape_uri: type ${kind} is not simulated`);
        }),
        unescape_uri: mapped(unescapeComponent),
        encode_args: (L) => encodeArguments(run, L),
        decode_args: (L) => decodeArguments(run, L),
        encode_base64: mapped((text, L) => {
            const encoded = Buffer.from(text, 'latin1').toString('base64');
            return lua.lua_toboolean(L, 2) ? encoded.replace(/=+$/, '') : encoded;
        }),
        decode_base64: mapped((text) => {
            const isWell = /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.replace(/=+$/, '').length % 4 !== 1;
            return isWell ? Buffer.from(text, 'base64').toString('latin1') : undefined;
        }),
        md5: mapped((text) => digest('md5', text).toString('hex')),
        md5_bin: mapped((text) => digest('md5', text).toString('latin1')),
        sha1_bin: mapped((text) => digest('sha1', text).toString('latin1')),
        hmac_sha1: mapped((key, L) => {
            const hmac = createHmac('sha1', Buffer.from(key, 'latin1'));
            return hmac.update(textAt(L, 2), 'latin1').digest().toString('latin1');
        }),
        crc32_short: crc(run),
        crc32_long: crc(run),
    };
}
/** nginx's NGX_ESCAPE_URI_COMPONENT: the characters that encodeURIComponent leaves, byte by byte. */
function escapeComponent(text) {
    return escapeAll(text, /[^\w.!~*'()-]/g);
}
function escapeAll(text, unsafe) {
    return text.replace(unsafe, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
function unescapeComponent(text) {
    return text
        .replaceAll('+', ' ')
        .replace(/%([\da-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
/** A text as nginx takes it: nil is "", a number as LuaJIT prints it. */
function textAt(L, index) {
    if (!lua.lua_toboolean(L, index))
        return '';
    if (lua.lua_type(L, index) === lua.LUA_TNUMBER)
        return shortNumber(lua.lua_tonumber(L, index));
    const text = byteText.read(lauxlib.luaL_tolstring(L, index));
    lua.lua_pop(L, 1);
    return text;
}
function pushText(L, text) {
    if (text === undefined)
        lua.lua_pushnil(L);
    else {
        const bytes = byteText.bytes(text);
        lua.lua_pushlstring(L, bytes, bytes.length);
    }
}
function digest(kind, text) {
    return createHash(kind).update(text, 'latin1').digest();
}
/** CRC-32 as in zlib, a bit at a time: keys are short. A float, since it may pass 2^31. */
function crc(run) {
    return (L) => {
        const bytes = lauxlib.luaL_checkstring(L, 1);
        run.guard.charge(L, bytes.length);
        let rest = -1;
        for (const byte of bytes) {
            rest ^= byte;
            for (let bit = 0; bit < 8; bit++)
                rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
        }
        lua.lua_pushnumber(L, (rest ^ -1) >>> 0);
        return 1;
    };
}
/** `{ a = 1, b = { "x", true } }` as `a=1&b=x&b`. */
function encodeArguments(run, L) {
    lauxlib.luaL_checktype(L, 1, lua.LUA_TTABLE);
    const parts = [];
    const add = (key) => {
        const type = lua.lua_type(L, -1);
        if (type === lua.LUA_TBOOLEAN) {
            if (lua.lua_toboolean(L, -1))
                parts.push(escapeComponent(key));
        }
        else if (type === lua.LUA_TSTRING || type === lua.LUA_TNUMBER) {
            parts.push(`${escapeComponent(key)}=${escapeComponent(textAt(L, -1))}`);
        }
        else
            raise(L, `attempt to use ${luaText.read(lua.lua_typename(L, type))} as query arg value`);
        run.guard.charge(L, 10);
    };
    lua.lua_pushnil(L);
    while (lua.lua_next(L, 1)) {
        if (lua.lua_type(L, -2) !== lua.LUA_TSTRING)
            raise(L, 'attempt to use a non-string key in the "args" option table');
        const key = byteText.read(lua.lua_tostring(L, -2) ?? new Uint8Array());
        if (lua.lua_type(L, -1) === lua.LUA_TTABLE) {
            lua.lua_pushnil(L);
            while (lua.lua_next(L, -2)) {
                add(key);
                lua.lua_pop(L, 1);
            }
        }
        else
            add(key);
        lua.lua_pop(L, 1);
    }
    pushText(L, parts.join('&'));
    return 1;
}
/** The inverse: a name without a value is true, one that comes twice a list. */
function decodeArguments(run, L) {
    const text = textAt(L, 1);
    const limit = lua.lua_isnoneornil(L, 2) ? decodedArgsCount : lauxlib.luaL_checknumber(L, 2);
    run.guard.charge(L, 1 + text.length);
    const found = new Map();
    const parts = text.split('&').filter((part) => part !== '');
    for (const part of limit > 0 ? parts.slice(0, limit) : parts) {
        const at = part.indexOf('=');
        const name = unescapeComponent(at === -1 ? part : part.slice(0, at));
        const value = at === -1 ? true : unescapeComponent(part.slice(at + 1));
        if (name === '')
            continue;
        const values = found.get(name);
        if (values === undefined)
            found.set(name, [value]);
        else
            values.push(value);
    }
    lua.lua_createtable(L, 0, found.size);
    for (const [name, values] of found) {
        pushText(L, name);
        if (values.length > 1)
            lua.lua_createtable(L, values.length, 0);
        for (const [index, value] of values.entries()) {
            if (value === true)
                pushValue(L, true);
            else
                pushText(L, value);
            if (values.length > 1)
                lua.lua_rawseti(L, -2, index + 1);
        }
        lua.lua_rawset(L, -3);
    }
    return 1;
}
