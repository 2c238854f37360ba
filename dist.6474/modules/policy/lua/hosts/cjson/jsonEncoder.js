import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { luaText } from '../../luaText.js';
import { isNull } from '../nullValue.js';
import { shortNumber } from '../shortNumber.js';
import { JsonError } from './jsonSettings.js';
const { lua, lauxlib } = fengari;
/** What one value costs: some tens of instructions of a loop in Lua. */
const valueCharge = 10;
/** A text is looked at this often, in parts. */
const partsPerLook = 1_000;
const escapes = {
    '"': '\\"',
    '\\': '\\\\',
    '/': '\\/',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\f': '\\f',
    '\r': '\\r',
};
/** A Lua value as JSON, by the rules of lua_cjson.c; keys in the order of `pairs`. */
export class JsonEncoder {
    #run;
    #L;
    #settings;
    #marks;
    #parts = [];
    #length = 0;
    constructor(run, L, { settings, marks }) {
        this.#run = run;
        this.#L = L;
        this.#settings = settings;
        this.#marks = marks;
    }
    /** The value on top of the stack. @throws JsonError */
    encode() {
        this.#value(0);
        return byteText.bytes(this.#parts.join(''));
    }
    #add(part) {
        this.#parts.push(part);
        this.#length += part.length;
        if (this.#parts.length % partsPerLook === 0)
            this.#run.guard.checkLength(this.#L, this.#length);
    }
    /** Adds the value on top of the stack; false when it was left out. */
    #value(depth) {
        const L = this.#L;
        this.#run.guard.charge(L, valueCharge);
        const type = lua.lua_type(L, -1);
        if (type === lua.LUA_TSTRING)
            this.#text(-1);
        else if (type === lua.LUA_TNUMBER)
            this.#number(-1);
        else if (type === lua.LUA_TBOOLEAN)
            this.#add(String(lua.lua_toboolean(L, -1)));
        else if (type === lua.LUA_TTABLE)
            this.#table(depth + 1);
        else if (type === lua.LUA_TNIL || isNull(L, -1))
            this.#add('null');
        else if (lua.lua_touserdata(L, -1) === this.#marks.emptyArray)
            this.#add('[]');
        else if (this.#settings.skipsUnsupported)
            return false;
        else
            this.#fail(-1, 'type not supported');
        return true;
    }
    #text(index) {
        const text = byteText.read(lua.lua_tostring(this.#L, index) ?? new Uint8Array());
        const slash = this.#settings.escapesSlash ? '/' : '';
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON escapes
        const unsafe = slash === '' ? /["\\\x00-\x1f\x7f]/g : /["\\/\x00-\x1f\x7f]/g;
        this.#run.guard.charge(this.#L, Math.ceil(text.length / 8));
        this.#add(`"${text.replace(unsafe, escaped)}"`);
    }
    #number(index) {
        const value = lua.lua_tonumber(this.#L, index);
        const { encodeInvalid, numberPrecision } = this.#settings;
        if (Number.isFinite(value))
            this.#add(shortNumber(value, numberPrecision));
        else if (encodeInvalid === 'null')
            this.#add('null');
        else if (encodeInvalid)
            this.#add(Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');
        else
            this.#fail(index, 'must not be NaN or Infinity');
    }
    #table(depth) {
        const L = this.#L;
        if (depth > this.#settings.encodeDepthLimit || !lua.lua_checkstack(L, 6)) {
            throw new JsonError(`Cannot serialise, excessive nesting (${depth})`);
        }
        const metatable = this.#metatable();
        const isRaw = metatable === 'none' || metatable === 'array';
        const length = metatable === 'array' ? lua.lua_rawlen(L, -1) : isRaw ? undefined : this.#lengthByMetamethod();
        const count = length ?? this.#arrayLength();
        if (length !== undefined || count > 0 || (count === 0 && !this.#settings.emptyTableAsObject)) {
            this.#array(count, { depth, isRaw });
        }
        else if (metatable === 'emptyArray')
            this.#array(lua.lua_rawlen(L, -1), { depth, isRaw: true });
        else
            this.#object(depth);
    }
    #metatable() {
        const L = this.#L;
        if (!lua.lua_getmetatable(L, -1))
            return 'none';
        const isMark = (reference) => {
            lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, reference);
            const isSame = Boolean(lua.lua_rawequal(L, -1, -2));
            lua.lua_pop(L, 1);
            return isSame;
        };
        const { arrayMetatable, emptyArrayMetatable } = this.#marks;
        const found = isMark(arrayMetatable) ? 'array' : isMark(emptyArrayMetatable) ? 'emptyArray' : 'other';
        lua.lua_pop(L, 1);
        return found;
    }
    #lengthByMetamethod() {
        const L = this.#L;
        if (!lauxlib.luaL_callmeta(L, -1, luaText.key('__len')))
            return undefined;
        const length = lua.lua_tonumber(L, -1);
        lua.lua_pop(L, 1);
        return length;
    }
    /** The largest index of a table whose keys are all whole numbers from 1; -1 for any other. */
    #arrayLength() {
        const L = this.#L;
        const { sparseRatio, sparseSafeCount, sparseConvert } = this.#settings;
        let max = 0;
        let count = 0;
        lua.lua_pushnil(L);
        while (lua.lua_next(L, -2)) {
            const key = lua.lua_type(L, -2) === lua.LUA_TNUMBER ? lua.lua_tonumber(L, -2) : 0;
            lua.lua_pop(L, 1);
            if (!Number.isInteger(key) || key < 1) {
                lua.lua_pop(L, 1);
                return -1;
            }
            max = Math.max(max, key);
            count++;
        }
        this.#run.guard.charge(L, count);
        if (sparseRatio === 0 || max <= count * sparseRatio || max <= sparseSafeCount)
            return max;
        if (!sparseConvert)
            this.#fail(-1, 'excessively sparse array');
        return -1;
    }
    #array(length, { depth, isRaw }) {
        const L = this.#L;
        this.#add('[');
        let isFirst = true;
        for (let index = 1; index <= length; index++) {
            if (isRaw)
                lua.lua_rawgeti(L, -1, index);
            else
                lua.lua_geti(L, -1, index);
            isFirst = this.#item(depth, isFirst ? '' : ',', isFirst);
        }
        this.#add(']');
    }
    #object(depth) {
        const L = this.#L;
        this.#add('{');
        let isFirst = true;
        lua.lua_pushnil(L);
        while (lua.lua_next(L, -2)) {
            const before = this.#parts.length;
            if (!isFirst)
                this.#add(',');
            this.#key();
            isFirst = this.#item(depth, ':', isFirst, before);
        }
        this.#add('}');
    }
    /** Adds the value on top of the stack behind `before`, and pops it; takes all back when it is left out. */
    #item(depth, before, isFirst, mark = this.#parts.length) {
        if (before !== '')
            this.#add(before);
        const isIn = this.#value(depth);
        if (!isIn)
            this.#parts.length = mark;
        lua.lua_pop(this.#L, 1);
        return isFirst && !isIn;
    }
    /** The key below the top of the stack. */
    #key() {
        const type = lua.lua_type(this.#L, -2);
        if (type === lua.LUA_TSTRING)
            this.#text(-2);
        else if (type === lua.LUA_TNUMBER) {
            this.#add('"');
            this.#number(-2);
            this.#add('"');
        }
        else
            this.#fail(-2, 'table key must be a number or string');
    }
    #fail(index, reason) {
        const kind = luaText.read(lua.lua_typename(this.#L, lua.lua_type(this.#L, index)));
        throw new JsonError(`Cannot serialise ${kind}: ${reason}`);
    }
}
function escaped(character) {
    return escapes[character] ?? `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
