/**
 * Lua's patterns (reference manual 5.3, section 6.4.1) on bytes.
 *
 * Problem: fengari's matcher backtracks outside of the count hook, so one call can run for hours. Idea: the same
 * algorithm as lstrlib.c, a recursive matcher over captures, which counts its steps and reports every thousand of them.
 * Cost: exponential in the number of repetitions at worst, which is why it counts.
 */
const escapeByte = 37;
/** A position capture `()`, and one whose end is not known yet. */
const capturePosition = -2;
const captureOpen = -1;
const captureLimit = 32;
/** lstrlib.c: MAXCCALLS. */
const depthLimit = 200;
const stepsPerReport = 1_000;
/** A malformed pattern; the message is Lua's own. */
export class PatternError extends Error {
}
const code = (character) => character.charCodeAt(0);
/** One subject and one pattern; `match` may be called at many positions. */
export class LuaPattern {
    captures = [];
    #subject;
    #pattern;
    #report;
    #steps = 0;
    #depth = 0;
    constructor(subject, pattern, report) {
        this.#subject = subject;
        this.#pattern = pattern;
        this.#report = report;
    }
    /**
     * The end of the match of the pattern, from its byte `from` on, at byte `begin` of the subject; -1 without a match.
     *
     * @throws PatternError
     */
    match(begin, from) {
        this.captures.length = 0;
        this.#depth = 0;
        return this.#match(begin, from);
    }
    #step() {
        if (++this.#steps < stepsPerReport)
            return;
        this.#steps = 0;
        this.#report(stepsPerReport);
    }
    #match(subjectAt, patternAt) {
        this.#step();
        if (++this.#depth > depthLimit)
            throw new PatternError('pattern too complex');
        const end = this.#matchItems(subjectAt, patternAt);
        this.#depth--;
        return end;
    }
    /** Walks the items of the pattern; only repetitions and captures recurse. */
    #matchItems(subjectAt, patternAt) {
        let at = subjectAt;
        let item = patternAt;
        while (item < this.#pattern.length) {
            this.#step();
            const special = this.#special(at, item);
            if (special === undefined) {
                const next = this.#itemEnd(item);
                const repetition = this.#pattern[next];
                if (repetition === code('*'))
                    return this.#expandMost(at, item, next);
                if (repetition === code('-'))
                    return this.#expandLeast(at, item, next);
                const fits = this.#fits(at, item, next);
                if (repetition === code('?')) {
                    const end = fits ? this.#match(at + 1, next + 1) : -1;
                    if (end !== -1)
                        return end;
                    item = next + 1;
                    continue;
                }
                if (repetition === code('+'))
                    return fits ? this.#expandMost(at + 1, item, next) : -1;
                if (!fits)
                    return -1;
                at++;
                item = next;
            }
            else if (special.done)
                return special.end;
            else {
                if (special.end === -1)
                    return -1;
                at = special.end;
                item = special.item;
            }
        }
        return at;
    }
    /** Captures, anchors at the end, `%b`, `%f` and back references; undefined for an ordinary item. */
    #special(at, item) {
        const pattern = this.#pattern;
        const character = pattern[item];
        if (character === code('(')) {
            const isPosition = pattern[item + 1] === code(')');
            const end = isPosition
                ? this.#openCapture(at, item + 2, capturePosition)
                : this.#openCapture(at, item + 1, captureOpen);
            return { done: true, end, item };
        }
        if (character === code(')'))
            return { done: true, end: this.#closeCapture(at, item + 1), item };
        if (character === code('$') && item + 1 === pattern.length) {
            return { done: true, end: at === this.#subject.length ? at : -1, item };
        }
        if (character !== escapeByte)
            return undefined;
        const next = pattern[item + 1];
        if (next === code('b'))
            return { done: false, end: this.#balance(at, item + 2), item: item + 4 };
        if (next === code('f'))
            return this.#frontier(at, item + 2);
        if (next >= code('0') && next <= code('9'))
            return { done: false, end: this.#backReference(at, next), item: item + 2 };
        return undefined;
    }
    #openCapture(at, item, mark) {
        if (this.captures.length >= captureLimit)
            throw new PatternError('too many captures');
        this.captures.push({ begin: at, length: mark });
        const count = this.captures.length;
        const end = this.#match(at, item);
        if (end === -1)
            this.captures.length = count - 1;
        return end;
    }
    #closeCapture(at, item) {
        const capture = this.captures.findLast(({ length }) => length === captureOpen);
        if (capture === undefined)
            throw new PatternError('invalid pattern capture');
        capture.length = at - capture.begin;
        const end = this.#match(at, item);
        if (end === -1)
            capture.length = captureOpen;
        return end;
    }
    #balance(at, item) {
        if (item + 1 >= this.#pattern.length)
            throw new PatternError("malformed pattern (missing arguments to '%b')");
        const [open, close] = [this.#pattern[item], this.#pattern[item + 1]];
        if (this.#subject[at] !== open)
            return -1;
        let nesting = 1;
        for (let end = at + 1; end < this.#subject.length; end++) {
            this.#step();
            const character = this.#subject[end];
            if (character === close) {
                if (--nesting === 0)
                    return end + 1;
            }
            else if (character === open)
                nesting++;
        }
        return -1;
    }
    #frontier(at, item) {
        if (this.#pattern[item] !== code('['))
            throw new PatternError("missing '[' after '%f' in pattern");
        const next = this.#itemEnd(item);
        const before = at === 0 ? 0 : this.#subject[at - 1];
        const here = at < this.#subject.length ? this.#subject[at] : 0;
        const holds = !this.#inSet(before, item, next - 1) && this.#inSet(here, item, next - 1);
        return { done: false, end: holds ? at : -1, item: next };
    }
    #backReference(at, digit) {
        const index = digit - code('1');
        const capture = this.captures[index];
        if (capture === undefined || capture.length === captureOpen) {
            throw new PatternError(`invalid capture index %${index + 1}`);
        }
        // A position capture has no text that could come again.
        if (capture.length < 0 || this.#subject.length - at < capture.length)
            return -1;
        for (let offset = 0; offset < capture.length; offset++) {
            this.#step();
            if (this.#subject[capture.begin + offset] !== this.#subject[at + offset])
                return -1;
        }
        return at + capture.length;
    }
    #expandMost(at, item, next) {
        let count = 0;
        while (this.#fits(at + count, item, next)) {
            count++;
            this.#step();
        }
        for (; count >= 0; count--) {
            this.#step();
            const end = this.#match(at + count, next + 1);
            if (end !== -1)
                return end;
        }
        return -1;
    }
    #expandLeast(begin, item, next) {
        for (let at = begin;; at++) {
            this.#step();
            const end = this.#match(at, next + 1);
            if (end !== -1)
                return end;
            if (!this.#fits(at, item, next))
                return -1;
        }
    }
    /** The byte after the item that begins at `item`: a character, an escaped class or a set. */
    #itemEnd(item) {
        const pattern = this.#pattern;
        let at = item + 1;
        if (pattern[item] === escapeByte) {
            if (at >= pattern.length)
                throw new PatternError("malformed pattern (ends with '%')");
            return at + 1;
        }
        if (pattern[item] !== code('['))
            return at;
        if (pattern[at] === code('^'))
            at++;
        do {
            if (at >= pattern.length)
                throw new PatternError("malformed pattern (missing ']')");
            this.#step();
            if (pattern[at++] === escapeByte && at < pattern.length)
                at++;
        } while (pattern[at] !== code(']'));
        return at + 1;
    }
    #fits(at, item, next) {
        if (at >= this.#subject.length)
            return false;
        const character = this.#subject[at];
        const first = this.#pattern[item];
        if (first === code('.'))
            return true;
        if (first === escapeByte)
            return inClass(character, this.#pattern[item + 1]);
        if (first === code('['))
            return this.#inSet(character, item, next - 1);
        return first === character;
    }
    /** Whether a byte is in the set from its `[` to its `]`. */
    #inSet(character, open, close) {
        const pattern = this.#pattern;
        const negated = pattern[open + 1] === code('^');
        for (let at = open + (negated ? 2 : 1); at < close; at++) {
            this.#step();
            if (pattern[at] === escapeByte) {
                at++;
                if (inClass(character, pattern[at]))
                    return !negated;
            }
            else if (pattern[at + 1] === code('-') && at + 2 < close) {
                at += 2;
                if (pattern[at - 2] <= character && character <= pattern[at])
                    return !negated;
            }
            else if (pattern[at] === character)
                return !negated;
        }
        return negated;
    }
}
const isLower = (byte) => byte >= 97 && byte <= 122;
const isUpper = (byte) => byte >= 65 && byte <= 90;
const isDigit = (byte) => byte >= 48 && byte <= 57;
const isGraph = (byte) => byte >= 33 && byte <= 126;
const isAlphanumeric = (byte) => isLower(byte) || isUpper(byte) || isDigit(byte);
const classes = {
    a: (byte) => isLower(byte) || isUpper(byte),
    c: (byte) => byte < 32 || byte === 127,
    d: isDigit,
    g: isGraph,
    l: isLower,
    p: (byte) => isGraph(byte) && !isAlphanumeric(byte),
    s: (byte) => byte === 32 || (byte >= 9 && byte <= 13),
    u: isUpper,
    w: isAlphanumeric,
    z: (byte) => byte === 0,
    x: (byte) => isDigit(byte) || (byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70),
};
/** `%a` and so on; a capital letter is the opposite class, any other character stands for itself. */
function inClass(byte, letter) {
    const name = String.fromCharCode(letter | 32);
    const isLetter = isLower(letter) || isUpper(letter);
    const test = isLetter ? classes[name] : undefined;
    if (test === undefined)
        return letter === byte;
    return isUpper(letter) ? !test(byte) : test(byte);
}
