import { fengari } from '../fengariApi.js';
import { raiseAtCaller } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { byteText } from './byteText.js';
import { conversions } from './conversions.js';
import { parseFormat } from './parseFormat.js';
const { lua, lauxlib } = fengari;
/** By the bytes of a format, which are the same object each time for a constant of the policy. */
const parsed = new WeakMap();
/** string.format of Lua 5.3, its numbers as glibc prints them. */
export function stringFormat(L) {
    const count = lua.lua_gettop(L);
    let text = '';
    let argument = 1;
    for (const piece of piecesOf(lauxlib.luaL_checkstring(L, 1))) {
        if (typeof piece === 'string')
            text += piece;
        else {
            argument++;
            if (argument > count)
                lauxlib.luaL_argerror(L, argument, luaText.key('no value'));
            if ('fault' in piece)
                raiseAtCaller(L, piece.fault);
            text += conversions[piece.letter](L, argument, piece);
        }
        L.l_G.guard?.checkLength(L, text.length);
    }
    // Not lua_pushlstring: its subarray gives the bytes a buffer of their own outside of V8's heap, which costs more than all else here.
    lua.lua_pushstring(L, byteText.bytes(text));
    return 1;
}
function piecesOf(format) {
    let pieces = parsed.get(format);
    if (pieces === undefined) {
        pieces = parseFormat(byteText.read(format));
        parsed.set(format, pieces);
    }
    return pieces;
}
