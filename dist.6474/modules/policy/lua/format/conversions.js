import { checkExactInteger } from '../exactInteger.js';
import { fengari } from '../fengariApi.js';
import { minInteger } from '../integers/integer.js';
import { luaText } from '../luaText.js';
import { byteText } from './byteText.js';
import { formatFloat } from './formatFloat.js';
import { hexFloat } from './hexFloat.js';
import { padNumber, signText } from './padNumber.js';
const { lua, lauxlib } = fengari;
const integer = (L, argument, conversion) => formatInteger(checkExactInteger(L, argument), conversion);
const float = (L, argument, conversion) => formatFloat(lauxlib.luaL_checknumber(L, argument), conversion);
/** By its small letter: every conversion of string.format. */
export const conversions = {
    c: (L, argument, conversion) => padText(String.fromCharCode(lowByte(checkExactInteger(L, argument))), conversion),
    d: integer,
    i: integer,
    u: integer,
    o: integer,
    x: integer,
    a: float,
    e: float,
    f: float,
    g: float,
    q: literal,
    s: text,
};
/** Of an integer with all its 64 bits; `&` would round it first. */
function lowByte(value) {
    return Number(BigInt.asUintN(8, BigInt(value)));
}
function padText(shown, { width, isLeft }) {
    return isLeft ? shown.padEnd(width) : shown.padStart(width);
}
function text(L, argument, conversion) {
    const shown = toText(L, argument);
    if (conversion.isBare)
        return shown;
    if (shown.includes('\0'))
        lauxlib.luaL_argerror(L, argument, luaText.key('string contains zeros'));
    return padText(shown.slice(0, conversion.precision), conversion);
}
/** As tostring shows it. */
function toText(L, argument) {
    if (lua.lua_type(L, argument) === lua.LUA_TSTRING) {
        return byteText.read(lua.lua_tostring(L, argument) ?? new Uint8Array());
    }
    const shown = byteText.read(lauxlib.luaL_tolstring(L, argument));
    lua.lua_pop(L, 1);
    return shown;
}
/** As Lua reads it back. A float is hexadecimal, as in Lua 5.3: no digit is lost. */
function literal(L, argument) {
    const type = lua.lua_type(L, argument);
    if (type === lua.LUA_TSTRING)
        return quoteLiteral(toText(L, argument));
    if (type === lua.LUA_TNIL || type === lua.LUA_TBOOLEAN)
        return toText(L, argument);
    if (type !== lua.LUA_TNUMBER)
        lauxlib.luaL_argerror(L, argument, luaText.key('value has no literal form'));
    if (lua.lua_isinteger(L, argument)) {
        // Without its sign the least integer would be read back as a float.
        return checkExactInteger(L, argument) === minInteger ? '0x8000000000000000' : toText(L, argument);
    }
    const value = lua.lua_tonumber(L, argument);
    if (!Number.isFinite(value))
        return toText(L, argument);
    const sign = value < 0 || Object.is(value, -0) ? '-' : '';
    return `${sign}0x${hexFloat(Math.abs(value), undefined, false)}`;
}
const radixes = { o: 8, x: 16 };
/** %d %i %u %o %x %X, as C prints a 64-bit integer. */
function formatInteger(value, conversion) {
    const { letter, precision, isAlternate, isCapital } = conversion;
    const isSigned = letter === 'd' || letter === 'i';
    const prefix = isSigned ? signText(value < 0, conversion) : '';
    let digits = isSigned ? String(value < 0 ? -value : value) : unsigned(value).toString(radixes[letter] ?? 10);
    if (precision !== undefined)
        digits = digits === '0' && precision === 0 ? '' : digits.padStart(precision, '0');
    const mayPadZero = precision === undefined;
    if (isAlternate && letter === 'o' && digits[0] !== '0')
        digits = `0${digits}`;
    const shownPrefix = isAlternate && radixes[letter] === 16 && value !== 0 ? '0x' : prefix;
    const text = padNumber({ prefix: shownPrefix, digits, mayPadZero }, conversion);
    return isCapital ? text.toUpperCase() : text;
}
function unsigned(value) {
    return value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
}
/** A string as %q writes it, a character a byte: Lua reads it back as the same. */
function quoteLiteral(text) {
    let quoted = '"';
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === '"' || character === '\\' || character === '\n')
            quoted += `\\${character}`;
        else if (character < ' ' || character === '\x7f')
            quoted += `\\${codeText(character, text[at + 1])}`;
        else
            quoted += character;
    }
    return `${quoted}"`;
}
/** Three digits where a digit follows, which would count as one of the code's. */
function codeText(character, next) {
    const code = String(character.charCodeAt(0));
    return next !== undefined && next >= '0' && next <= '9' ? code.padStart(3, '0') : code;
}
