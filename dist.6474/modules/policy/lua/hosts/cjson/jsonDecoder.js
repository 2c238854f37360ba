import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { luaText } from '../../luaText.js';
import { pushCount } from '../../luaValue.js';
import { pushNull } from '../nullValue.js';
import { JsonError } from './jsonSettings.js';
const { lua } = fengari;
const valueCharge = 10;
const singles = {
    '{': 'OBJ_BEGIN',
    '}': 'OBJ_END',
    '[': 'ARR_BEGIN',
    ']': 'ARR_END',
    ':': 'COLON',
    ',': 'COMMA',
    '\0': 'END',
};
const words = [
    ['true', 'BOOLEAN'],
    ['false', 'BOOLEAN'],
    ['null', 'NULL'],
];
const escapes = {
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
};
/** What C's strtod takes at the beginning of a text; the invalid forms are a setting of cjson. */
const numberForm = /[+-]?(?:0x[\da-f]+|inf(?:inity)?|nan|\d+(?:\.\d*)?(?:e[+-]?\d+)?)/iy;
const strictNumber = /-?(?:0(?![\dx])|[1-9])/iy;
const plain = /[^"\\\0]+/y;
/** JSON as Lua values, by the rules and with the messages of lua_cjson.c; a text is a character a byte. */
export class JsonDecoder {
    #run;
    #L;
    #settings;
    #arrayMetatable;
    #text;
    #at = 0;
    #depth = 0;
    constructor(run, L, { settings, arrayMetatable, json }) {
        this.#run = run;
        this.#L = L;
        this.#settings = settings;
        this.#arrayMetatable = arrayMetatable;
        this.#text = `${byteText.read(json)}\0`;
    }
    /** Pushes the value. @throws JsonError */
    decode() {
        if (this.#text.length > 2 && (this.#text[0] === '\0' || this.#text[1] === '\0')) {
            throw new JsonError('JSON parser does not support UTF-16 or UTF-32');
        }
        this.#value(this.#next());
        const end = this.#next();
        if (end.kind !== 'END')
            this.#fail('the end', end);
    }
    #value(token) {
        const L = this.#L;
        this.#run.guard.charge(L, valueCharge);
        if (token.kind === 'STRING')
            this.#pushText(token.text);
        else if (token.kind === 'NUMBER')
            lua.lua_pushnumber(L, token.number);
        else if (token.kind === 'INTEGER')
            pushCount(L, token.number);
        else if (token.kind === 'BOOLEAN')
            lua.lua_pushboolean(L, token.text === 'true');
        else if (token.kind === 'NULL')
            pushNull(L);
        else if (token.kind === 'OBJ_BEGIN')
            this.#object();
        else if (token.kind === 'ARR_BEGIN')
            this.#array();
        else
            this.#fail('value', token);
    }
    #object() {
        const L = this.#L;
        this.#descend();
        lua.lua_createtable(L, 0, 0);
        let token = this.#next();
        while (token.kind !== 'OBJ_END') {
            if (token.kind !== 'STRING')
                this.#fail('object key string', token);
            this.#pushText(token.text);
            const colon = this.#next();
            if (colon.kind !== 'COLON')
                this.#fail('colon', colon);
            this.#value(this.#next());
            lua.lua_rawset(L, -3);
            const comma = this.#next();
            if (comma.kind === 'OBJ_END')
                break;
            if (comma.kind !== 'COMMA')
                this.#fail('comma or object end', comma);
            token = this.#next();
            if (token.kind === 'OBJ_END')
                this.#fail('object key string', token);
        }
        this.#depth--;
    }
    #array() {
        const L = this.#L;
        this.#descend();
        lua.lua_createtable(L, 0, 0);
        if (this.#settings.arraysWithMetatable) {
            lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, this.#arrayMetatable);
            lua.lua_setmetatable(L, -2);
        }
        let token = this.#next();
        for (let index = 1; token.kind !== 'ARR_END'; index++) {
            this.#value(token);
            lua.lua_rawseti(L, -2, index);
            const comma = this.#next();
            if (comma.kind === 'ARR_END')
                break;
            if (comma.kind !== 'COMMA')
                this.#fail('comma or array end', comma);
            token = this.#next();
            if (token.kind === 'ARR_END')
                this.#fail('value', token);
        }
        this.#depth--;
    }
    #descend() {
        this.#depth++;
        if (this.#depth <= this.#settings.decodeDepthLimit && lua.lua_checkstack(this.#L, 6))
            return;
        throw new JsonError(`Found too many nested data structures (${this.#depth}) at character ${this.#at}`);
    }
    #pushText(text) {
        const bytes = byteText.bytes(text);
        lua.lua_pushlstring(this.#L, bytes, bytes.length);
    }
    #next() {
        const begin = this.#skip();
        if (begin !== undefined)
            return begin;
        const text = this.#text;
        const at = this.#at;
        const character = text[at];
        const single = singles[character];
        if (single !== undefined) {
            if (single !== 'END')
                this.#at++;
            return token(single, at);
        }
        if (character === '"')
            return this.#string(at);
        if (character === '-' || (character >= '0' && character <= '9'))
            return this.#number(at);
        const word = words.find(([name]) => text.startsWith(name, at));
        if (word !== undefined) {
            this.#at += word[0].length;
            return token(word[1], at, word[0]);
        }
        const isInvalidNumber = /[in+]/i.test(character) && /(?:\+|inf|nan)/iy.test(text.slice(at, at + 3));
        return isInvalidNumber && this.#settings.decodeInvalid ? this.#number(at) : this.#error('invalid token');
    }
    /** Skips white space and, where it may, comments; an error of theirs. */
    #skip() {
        const text = this.#text;
        while (true) {
            while (' \t\n\r'.includes(text[this.#at]))
                this.#at++;
            if (!this.#settings.allowsComments || text[this.#at] !== '/')
                return undefined;
            const isLine = text[this.#at + 1] === '/';
            if (!isLine && text[this.#at + 1] !== '*')
                return undefined;
            const end = text.indexOf(isLine ? '\n' : '*/', this.#at + 2);
            if (end === -1 && !isLine)
                return this.#error('unclosed multi-line comment');
            this.#at = end === -1 ? text.length - 1 : end + (isLine ? 0 : 2);
        }
    }
    #string(begin) {
        const text = this.#text;
        const parts = [];
        this.#at++;
        while (text[this.#at] !== '"') {
            plain.lastIndex = this.#at;
            const run = plain.exec(text)?.[0];
            if (run !== undefined) {
                parts.push(run);
                this.#at += run.length;
                continue;
            }
            if (text[this.#at] !== '\\')
                return this.#error('unexpected end of string');
            const letter = text[this.#at + 1] ?? '';
            const character = letter === 'u' ? this.#unicode() : escapes[letter];
            if (character === undefined) {
                return this.#error(letter === 'u' ? 'invalid unicode escape code' : 'invalid escape code');
            }
            parts.push(character);
            if (letter !== 'u')
                this.#at += 2;
        }
        this.#at++;
        this.#run.guard.charge(this.#L, Math.ceil((this.#at - begin) / 8));
        return token('STRING', begin, parts.join(''));
    }
    /** `\uXXXX`, or two of them for one character, as bytes of UTF-8. */
    #unicode() {
        const form = /\\u([\da-f]{4})(?:\\u([\da-f]{4}))?/iy;
        form.lastIndex = this.#at;
        const [, first, second] = form.exec(this.#text) ?? [];
        if (first === undefined)
            return undefined;
        const high = Number.parseInt(first, 16);
        const isPair = (high & 0xf800) === 0xd800;
        const low = Number.parseInt(second ?? '', 16);
        if (isPair && ((high & 0x400) !== 0 || (low & 0xfc00) !== 0xdc00))
            return undefined;
        this.#at += isPair ? 12 : 6;
        const point = isPair ? 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff) : high;
        return byteText.read(luaText.bytes(String.fromCodePoint(point)));
    }
    #number(at) {
        strictNumber.lastIndex = at;
        if (!this.#settings.decodeInvalid && !strictNumber.test(this.#text))
            return this.#error('invalid number');
        numberForm.lastIndex = at;
        const found = numberForm.exec(this.#text)?.[0];
        if (found === undefined)
            return this.#error('invalid number');
        this.#at += found.length;
        const kind = /^[+-]?\d+$/.test(found) ? 'INTEGER' : 'NUMBER';
        return { kind, at, text: found, number: numberOf(found) };
    }
    #error(text) {
        return token('ERROR', this.#at, text);
    }
    #fail(expected, { kind, at, text }) {
        const found = kind === 'ERROR' ? text : `T_${kind}`;
        throw new JsonError(`Expected ${expected} but found ${found} at character ${at + 1}`);
    }
}
function token(kind, at, text = '') {
    return { kind, at, text, number: 0 };
}
function numberOf(text) {
    const digits = text.replace(/^[+-]/, '');
    const sign = text.startsWith('-') ? -1 : 1;
    if (/^inf/i.test(digits))
        return sign * Number.POSITIVE_INFINITY;
    return sign * Number(digits);
}
