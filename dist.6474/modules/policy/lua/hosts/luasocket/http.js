import { callCloudApi } from '../../cloudApi.js';
import { fengari } from '../../fengariApi.js';
import { checkText, pushLibrary, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { readLuaValue, setField } from '../../luaValue.js';
const { lua } = fengari;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
/** Pushes `socket.http`: LuaSocket's `request(url[, body])` and `request { url = , sink = }`, and the common mistake. */
export function pushHttp(L, run) {
    pushLibrary(L, { request: request(run) });
    setField(L, 'TIMEOUT', () => lua.lua_pushinteger(L, 60));
}
function request(run) {
    return (L) => {
        if (lua.lua_type(L, 1) === lua.LUA_TTABLE)
            return requestTable(run, L);
        const first = checkText(L, 1);
        const isMethod = methods.includes(first.toUpperCase()) && lua.lua_type(L, 2) === lua.LUA_TSTRING;
        if (isMethod) {
            run.note(`http.request("${first}", url, ...) is not LuaSocket, whose first argument is the URL: outside of the simulation write http.request(url, body).`);
        }
        const body = textAt(L, isMethod ? 3 : 2) || (isMethod ? textAt(L, 4) : '');
        // LuaSocket's simple form is a POST where there is a body.
        const method = isMethod ? first : lua.lua_isnoneornil(L, 2) ? 'GET' : 'POST';
        const reply = callCloudApi(L, run, { method, url: isMethod ? checkText(L, 2) : first, body });
        return run.answer(L, (thread) => {
            lua.lua_pushstring(thread, luaText.bytes(reply.body));
            return 1 + pushHead(thread, reply);
        });
    };
}
/** A string or number argument as text, "" for all else. */
function textAt(L, index) {
    const type = lua.lua_type(L, index);
    return type === lua.LUA_TSTRING || type === lua.LUA_TNUMBER ? checkText(L, index) : '';
}
/** The form with a table: the body comes from `source` and goes to `sink`, and the first result is 1. */
function requestTable(run, L) {
    const url = fieldText(L, 'url');
    if (url === '')
        raise(L, 'http.request{...} needs a url');
    const request = { method: fieldText(L, 'method') || 'GET', url, headers: readHeaders(L), body: readSource(run, L) };
    const reply = callCloudApi(L, run, request);
    return run.answer(L, (thread) => {
        if (lua.lua_getfield(thread, 1, luaText.key('sink')) !== lua.LUA_TNIL) {
            lua.lua_pushvalue(thread, -1);
            lua.lua_pushstring(thread, luaText.bytes(reply.body));
            lua.lua_call(thread, 1, 0);
            lua.lua_pushnil(thread);
            lua.lua_call(thread, 1, 0);
        }
        lua.lua_pushinteger(thread, 1);
        return 1 + pushHead(thread, reply);
    });
}
/** A field of the table that is the first argument. */
function fieldText(L, name) {
    lua.lua_getfield(L, 1, luaText.key(name));
    const text = textAt(L, -1);
    lua.lua_pop(L, 1);
    return text;
}
function readHeaders(L) {
    const isTable = lua.lua_getfield(L, 1, luaText.key('headers')) === lua.LUA_TTABLE;
    const headers = isTable ? Object.entries(readLuaValue(L, -1) ?? {}) : [];
    lua.lua_pop(L, 1);
    return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]));
}
/** All that the field `source` gives: an ltn12 source is called until it gives nothing more. */
function readSource(run, L) {
    let text = '';
    if (lua.lua_getfield(L, 1, luaText.key('source')) !== lua.LUA_TNIL) {
        for (;;) {
            lua.lua_pushvalue(L, -1);
            lua.lua_call(L, 0, 1);
            const chunk = textAt(L, -1);
            const hasEnded = lua.lua_isnil(L, -1);
            lua.lua_pop(L, 1);
            if (hasEnded)
                break;
            text += chunk;
            run.guard.charge(L, 10);
            run.guard.string(L, text.length);
        }
    }
    lua.lua_pop(L, 1);
    return text;
}
function pushHead(L, { code, status, headers }) {
    lua.lua_pushinteger(L, code);
    lua.lua_createtable(L, 0, 1);
    for (const [name, value] of Object.entries(headers)) {
        setField(L, name, () => lua.lua_pushstring(L, luaText.bytes(value)));
    }
    lua.lua_pushstring(L, luaText.bytes(status));
    return 3;
}
