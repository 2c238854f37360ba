import { RegexError } from './regexNode.js';
const controls = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };
/** Reads a pattern, a character a unit of it. */
export class PatternReader {
    at = 0;
    text;
    #units;
    /** A pattern of bytes, or of characters of UTF-8. */
    constructor(units) {
        this.#units = units;
        // Units beyond two bytes would be two characters: the parser only looks for signs of ASCII in the text.
        this.text = units.map((unit) => String.fromCharCode(unit > 0xffff ? 0xfffd : unit)).join('');
    }
    get isAtEnd() {
        return this.at >= this.text.length;
    }
    /** The character `ahead` places from here; "" behind the end. */
    peek(ahead = 0) {
        return this.text[this.at + ahead] ?? '';
    }
    next() {
        return this.text[this.at++] ?? '';
    }
    nextUnit() {
        const unit = this.#units[this.at++];
        if (unit === undefined)
            throw new RegexError('pattern ends too early', this.text.length);
        return unit;
    }
    /** Takes a text if it stands here. */
    take(text) {
        if (!this.text.startsWith(text, this.at))
            return false;
        this.at += text.length;
        return true;
    }
    /** Takes what a sticky expression matches here. */
    takeMatch(sticky) {
        sticky.lastIndex = this.at;
        const found = sticky.exec(this.text) ?? undefined;
        if (found !== undefined)
            this.at += found[0].length;
        return found;
    }
    /** The unit behind a backslash that stands for one: \n, \x41, \., \0. */
    escapedUnit() {
        if (this.isAtEnd)
            throw new RegexError('\\ at end of pattern', this.at);
        const hex = this.takeMatch(/x(?:\{([\da-f]+)\}|([\da-f]{0,2}))/iy);
        if (hex !== undefined)
            return Number.parseInt(hex[1] ?? hex[2] ?? '', 16) || 0;
        const octal = this.takeMatch(/0[0-7]{0,2}|o\{[0-7]+\}/y);
        if (octal !== undefined)
            return Number.parseInt(octal[0].replace(/[o{}]/g, ''), 8) || 0;
        const control = this.takeMatch(/c([\x20-\x7e])/y);
        if (control !== undefined)
            return control[1].toUpperCase().charCodeAt(0) ^ 64;
        const letter = this.peek();
        if (controls[letter] !== undefined) {
            this.next();
            return controls[letter];
        }
        if (/[a-z]/i.test(letter))
            throw new RegexError(`\\${letter} is not simulated`, this.at);
        return this.nextUnit();
    }
}
