import { parseClass } from './parseClass.js';
import { PatternReader } from './patternReader.js';
import { RegexError } from './regexNode.js';
import { classSet, isWord, not, range, typeSets } from './unitSets.js';
const depthLimit = 100;
const repeatLimit = 65_535;
/** PCRE's own limit is 64 KiB of compiled code. */
const lengthLimit = 20_000;
/**
 * A pattern of PCRE as a tree: pcre2pattern(3) without recursion, conditions, callouts, verbs and \K, which are refused by
 * name.
 *
 * @throws RegexError
 */
export function parseRegex(units, flags) {
    if (units.length > lengthLimit)
        throw new RegexError('regular expression is too large', 0);
    const parser = new RegexParser(new PatternReader(units));
    return parser.parse(flags);
}
class RegexParser {
    #reader;
    #names = new Map();
    #groupCount = 0;
    #depth = 0;
    #flags = { i: false, m: false, s: false, x: false };
    constructor(reader) {
        this.#reader = reader;
    }
    parse(flags) {
        this.#flags = flags;
        const node = this.#choice();
        if (!this.#reader.isAtEnd)
            throw new RegexError('unmatched closing parenthesis', this.#reader.at);
        return { node, groupCount: this.#groupCount, names: this.#names };
    }
    #choice() {
        if (++this.#depth > depthLimit)
            throw new RegexError('parentheses are too deeply nested', this.#reader.at);
        const flags = this.#flags;
        const parts = [this.#sequence()];
        while (this.#reader.take('|'))
            parts.push(this.#sequence());
        this.#flags = flags;
        this.#depth--;
        return parts.length === 1 ? parts[0] : { kind: 'choice', parts };
    }
    #sequence() {
        const parts = [];
        while (!this.#reader.isAtEnd && this.#reader.peek() !== '|' && this.#reader.peek() !== ')') {
            if (this.#skipIgnored())
                continue;
            const quoted = this.#reader.takeMatch(/\\Q([\s\S]*?)(?:\\E|$)/y)?.[1];
            if (quoted !== undefined) {
                const units = [...quoted].map((character) => {
                    return { kind: 'set', has: this.#unit(character.charCodeAt(0)) };
                });
                parts.push(...units.slice(0, -1), ...units.slice(-1).map((node) => this.#quantified(node)));
                continue;
            }
            const node = this.#atom();
            if (node !== undefined)
                parts.push(this.#quantified(node));
        }
        return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
    }
    /** White space and comments of the option x, and (?#comments). */
    #skipIgnored() {
        const reader = this.#reader;
        if (reader.takeMatch(/\(\?#[^)]*\)/y) !== undefined)
            return true;
        return this.#flags.x && reader.takeMatch(/\s+|#[^\n]*\n?/y) !== undefined;
    }
    #quantified(node) {
        const reader = this.#reader;
        while (this.#flags.x && this.#skipIgnored())
            ;
        const found = reader.takeMatch(/([*+?]|\{(\d+)(,?)(\d*)\})([?+]?)/y);
        if (found === undefined)
            return node;
        const [, sign, leastText, comma, mostText, suffix] = found;
        const least = leastText === undefined ? (sign === '+' ? 1 : 0) : Number(leastText);
        const open = comma === ',' && mostText === '' ? Number.POSITIVE_INFINITY : Number(mostText || leastText);
        const most = leastText === undefined ? (sign === '?' ? 1 : Number.POSITIVE_INFINITY) : open;
        if (least > repeatLimit || (most > repeatLimit && Number.isFinite(most))) {
            throw new RegexError('number too big in {} quantifier', reader.at);
        }
        if (most < least)
            throw new RegexError('numbers out of order in {} quantifier', reader.at);
        const mode = suffix === '?' ? 'lazy' : suffix === '+' ? 'possessive' : 'greedy';
        return this.#quantified({ kind: 'repeat', body: node, least, most, mode });
    }
    /** One item; undefined for one that matches nothing by itself, such as (?i). */
    #atom() {
        const reader = this.#reader;
        const { i, m, s } = this.#flags;
        if (/[*+?]/.test(reader.peek()))
            throw new RegexError('quantifier does not follow a repeatable item', reader.at);
        if (reader.take('('))
            return this.#group();
        if (reader.take('['))
            return { kind: 'set', has: parseClass(reader, i) };
        if (reader.take('.'))
            return { kind: 'set', has: s ? () => true : (unit) => unit !== 10 };
        if (reader.take('^'))
            return { kind: 'assert', holds: m ? isLineStart : isStart };
        if (reader.take('$'))
            return { kind: 'assert', holds: m ? isLineEnd : isEndOrLastLine };
        if (reader.take('\\'))
            return this.#escape();
        return { kind: 'set', has: this.#unit(reader.nextUnit()) };
    }
    #unit(unit) {
        if (!this.#flags.i)
            return (candidate) => candidate === unit;
        return classSet([range(unit, unit)], { isNegative: false, ignoresCase: this.#flags.i });
    }
    #group() {
        const reader = this.#reader;
        if (reader.peek() === '*')
            throw new RegexError('verbs such as (*SKIP) are not simulated', reader.at);
        if (!reader.take('?'))
            return this.#capture();
        const name = reader.takeMatch(/(?:P?<|')([A-Za-z_]\w*)[>']/y);
        if (name !== undefined) {
            if (this.#names.has(name[1]))
                throw new RegexError('two named subpatterns have the same name', reader.at);
            this.#names.set(name[1], this.#groupCount + 1);
            return this.#capture();
        }
        const reference = reader.takeMatch(/P=(\w+)\)/y);
        if (reference !== undefined)
            return this.#back(this.#indexOfName(reference[1]));
        const look = reader.takeMatch(/<?[=!]/y);
        if (look !== undefined) {
            const [sign] = look;
            const isAhead = !sign.startsWith('<');
            const body = this.#closed(this.#choice());
            if (!isAhead)
                checkFixedLength(body, reader.at);
            return { kind: 'look', body, isAhead, isNegative: sign.endsWith('!') };
        }
        if (reader.take('>'))
            return { kind: 'atomic', body: this.#closed(this.#choice()) };
        return this.#flagGroup();
    }
    #capture() {
        const index = ++this.#groupCount;
        return { kind: 'group', index, body: this.#closed(this.#choice()) };
    }
    /** `(?i)` for what follows, `(?i:...)` for a group. */
    #flagGroup() {
        const reader = this.#reader;
        const found = reader.takeMatch(/([imsx]*)(?:-([imsx]*))?([:)])/y);
        if (found === undefined)
            throw new RegexError(`(?${reader.peek()} is not simulated`, reader.at);
        const [, on, off = '', end] = found;
        const before = this.#flags;
        const flag = (name) => (off.includes(name) ? false : on.includes(name) || before[name]);
        this.#flags = { i: flag('i'), m: flag('m'), s: flag('s'), x: flag('x') };
        if (end === ')')
            return undefined;
        const body = this.#closed(this.#choice());
        this.#flags = before;
        return body;
    }
    #closed(node) {
        if (!this.#reader.take(')'))
            throw new RegexError('missing closing parenthesis', this.#reader.at);
        return node;
    }
    #escape() {
        const reader = this.#reader;
        if (reader.take('E'))
            return undefined;
        const named = reader.takeMatch(/k(?:<(\w+)>|'(\w+)'|\{(\w+)\})|g\{([A-Za-z_]\w*)\}/y);
        if (named !== undefined)
            return this.#back(this.#indexOfName(named[1] ?? named[2] ?? named[3] ?? named[4]));
        const octal = /[1-3][0-7]{2}/y;
        octal.lastIndex = reader.at;
        const isOctal = octal.test(reader.text) && Number(reader.text.slice(reader.at, reader.at + 3)) > this.#groupCount;
        if (isOctal)
            return { kind: 'set', has: this.#unit(Number.parseInt(reader.next() + reader.next() + reader.next(), 8)) };
        const numbered = reader.takeMatch(/g\{?(-?\d+)\}?|([1-9]\d*)/y);
        if (numbered !== undefined) {
            const index = Number(numbered[1] ?? numbered[2]);
            return this.#back(index < 0 ? this.#groupCount + 1 + index : index);
        }
        const letter = reader.peek();
        const assertion = assertions[letter];
        if (assertion !== undefined) {
            reader.next();
            return { kind: 'assert', holds: assertion };
        }
        const set = letter === '' ? undefined : letter === 'N' ? (unit) => unit !== 10 : typeSets[letter.toLowerCase()];
        if (set === undefined || !/[a-z]/i.test(letter))
            return { kind: 'set', has: this.#unit(reader.escapedUnit()) };
        reader.next();
        return { kind: 'set', has: letter === letter.toLowerCase() || letter === 'N' ? set : not(set) };
    }
    #back(index) {
        if (index < 1)
            throw new RegexError('reference to non-existent subpattern', this.#reader.at);
        return { kind: 'back', index, ignoresCase: this.#flags.i };
    }
    #indexOfName(name) {
        return this.#names.get(name) ?? raiseName(this.#reader.at);
    }
}
function raiseName(at) {
    throw new RegexError('reference to non-existent subpattern', at);
}
const isStart = (_, at) => at === 0;
const isEnd = (subject, at) => at === subject.length;
const isEndOrLastLine = (subject, at) => at === subject.length || (at === subject.length - 1 && subject[at] === 10);
// Not behind a newline at the very end: pcre2pattern(3), "Circumflex and dollar".
const isLineStart = (subject, at) => at === 0 || (subject[at - 1] === 10 && at < subject.length);
const isLineEnd = (subject, at) => at === subject.length || subject[at] === 10;
const isBoundary = (subject, at) => (at > 0 && isWord(subject[at - 1])) !== (at < subject.length && isWord(subject[at]));
const assertions = {
    b: isBoundary,
    B: (subject, at) => !isBoundary(subject, at),
    A: isStart,
    z: isEnd,
    Z: isEndOrLastLine,
};
/** A lookbehind goes back by a length that is known: its alternatives may differ from each other. */
function checkFixedLength(node, at) {
    const parts = node.kind === 'choice' ? node.parts : [node];
    if (parts.some((part) => fixedLength(part) === undefined)) {
        throw new RegexError('lookbehind assertion is not fixed length', at);
    }
}
/** How many units a node takes, where that is always the same. */
export function fixedLength(node) {
    if (node.kind === 'set')
        return 1;
    if (node.kind === 'assert' || node.kind === 'look')
        return 0;
    if (node.kind === 'group' || node.kind === 'atomic')
        return fixedLength(node.body);
    if (node.kind === 'repeat') {
        const length = fixedLength(node.body);
        return length === undefined || node.least !== node.most ? undefined : length * node.least;
    }
    if (node.kind === 'back')
        return undefined;
    const lengths = node.parts.map(fixedLength);
    if (node.kind === 'choice')
        return lengths.every((length) => length === lengths[0]) ? lengths[0] : undefined;
    return lengths.reduce((sum, length) => (sum === undefined || length === undefined ? undefined : sum + length), 0);
}
