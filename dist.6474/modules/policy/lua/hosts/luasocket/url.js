import { fengari } from '../../fengariApi.js';
import { checkText, pushLibrary } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { setField } from '../../luaValue.js';
const { lua } = fengari;
const parts = [
    'scheme',
    'authority',
    'userinfo',
    'user',
    'password',
    'host',
    'port',
    'path',
    'params',
    'query',
    'fragment',
];
/** Pushes `socket.url` of LuaSocket: https://lunarmodules.github.io/luasocket/url.html */
export function pushUrl(L) {
    pushLibrary(L, {
        escape: (thread) => {
            const text = checkText(thread, 1);
            const escaped = Array.from(luaText.bytes(text), (byte) => {
                const letter = String.fromCharCode(byte);
                return /[A-Za-z0-9_]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
            });
            lua.lua_pushstring(thread, luaText.bytes(escaped.join('')));
            return 1;
        },
        unescape: (thread) => {
            lua.lua_pushstring(thread, unescapeBytes(luaText.bytes(checkText(thread, 1))));
            return 1;
        },
        parse: (thread) => {
            const found = parseUrl(checkText(thread, 1));
            lua.lua_createtable(thread, 0, found.size);
            for (const [name, value] of found)
                setField(thread, name, () => lua.lua_pushstring(thread, luaText.bytes(value)));
            return 1;
        },
        build: (thread) => {
            const given = new Map();
            for (const name of parts) {
                lua.lua_getfield(thread, 1, luaText.key(name));
                if (!lua.lua_isnil(thread, -1))
                    given.set(name, checkText(thread, -1));
                lua.lua_pop(thread, 1);
            }
            lua.lua_pushstring(thread, luaText.bytes(buildUrl(given)));
            return 1;
        },
    });
}
function unescapeBytes(bytes) {
    const result = [];
    for (let at = 0; at < bytes.length; at++) {
        const hex = bytes[at] === 37 ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
        if (/^[0-9a-f]{2}$/i.test(hex)) {
            result.push(Number.parseInt(hex, 16));
            at += 2;
        }
        else
            result.push(bytes[at]);
    }
    return Uint8Array.from(result);
}
/** In the order of LuaSocket: fragment, scheme, authority, query, params; what is left is the path. */
function parseUrl(url) {
    const found = new Map();
    let rest = url;
    const take = (pattern, name) => {
        const match = pattern.exec(rest);
        if (match === null)
            return;
        found.set(name, match[1]);
        rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
    };
    take(/#(.*)$/s, 'fragment');
    take(/^([A-Za-z][\w+\-.]*):/, 'scheme');
    take(/^\/\/([^/?]*)/, 'authority');
    take(/\?(.*)$/s, 'query');
    take(/;(.*)$/s, 'params');
    if (rest !== '')
        found.set('path', rest);
    splitAuthority(found);
    return found;
}
function splitAuthority(found) {
    const authority = found.get('authority');
    if (authority === undefined)
        return;
    const [, userinfo, place] = /^(?:(.*)@)?(.*)$/s.exec(authority) ?? [];
    const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(place ?? '') ?? [];
    if (port)
        found.set('port', port);
    if (host)
        found.set('host', host.replace(/^\[|\]$/g, ''));
    if (userinfo === undefined)
        return;
    found.set('userinfo', userinfo);
    const [user, password] = userinfo.split(/:(.*)/s);
    found.set('user', user);
    if (password !== undefined)
        found.set('password', password);
}
function buildUrl(given) {
    const has = (name, write) => {
        const value = given.get(name);
        return value === undefined ? '' : write(value);
    };
    const user = has('user', (value) => value + has('password', (password) => `:${password}`)) || given.get('userinfo');
    const port = has('port', (value) => `:${value}`);
    const host = has('host', (value) => (value.includes(':') ? `[${value}]` : value) + port);
    const authority = host === '' ? given.get('authority') : (user ? `${user}@` : '') + host;
    return (has('scheme', (value) => `${value}:`) +
        (authority === undefined ? '' : `//${authority}`) +
        has('path', (value) => (authority !== undefined && !value.startsWith('/') ? `/${value}` : value)) +
        has('params', (value) => `;${value}`) +
        has('query', (value) => `?${value}`) +
        has('fragment', (value) => `#${value}`));
}
