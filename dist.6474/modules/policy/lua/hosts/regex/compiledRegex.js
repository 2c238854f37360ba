import { byteText } from '../../format/byteText.js';
import { luaText } from '../../luaText.js';
import { RegexMatcher } from './matchRegex.js';
import { parseRegex } from './parseRegex.js';
import { RegexError } from './regexNode.js';
import { compileRegex } from './regexProgram.js';
export class CompiledRegex {
    groupCount;
    names;
    #program;
    #options;
    /** @throws RegexError */
    constructor(pattern, options) {
        const units = options.u ? unitsOf(pattern).units : pattern;
        this.#program = compileRegex(parseRegex([...units], options));
        this.#options = options;
        this.groupCount = this.#program.groupCount;
        this.names = this.#program.names;
    }
    /** How large it is. */
    get stepCount() {
        return this.#program.totalStepCount;
    }
    subject(bytes) {
        return this.#options.u ? unitsOf(bytes) : { bytes, units: bytes, offsets: undefined };
    }
    /** The first match from a byte on. @throws MatchLimitError */
    search({ units, offsets }, fromByte, report) {
        const from = offsets === undefined ? fromByte : offsets.findIndex((offset) => offset >= fromByte);
        if (from < 0 || from > units.length)
            return undefined;
        const matcher = new RegexMatcher(this.#program, units, report);
        if (!matcher.search(from, this.#options.a))
            return undefined;
        const slots = matcher.slots.slice(0, 2 * (this.groupCount + 1));
        return offsets === undefined ? slots : slots.map((slot) => (slot === -1 ? -1 : offsets[slot]));
    }
}
/** What pcre_compile() would say, as ngx_lua shows it. */
export function compileMessage(error, pattern) {
    const text = byteText.read(pattern);
    const rest = text.slice(error.at);
    const place = rest === '' ? '' : ` at "${rest}"`;
    return `pcre_compile() failed: ${error.message} in "${text}"${place}`;
}
/** The characters of a text of UTF-8. */
function unitsOf(bytes) {
    const text = luaText.read(bytes);
    const units = [];
    const offsets = [];
    let offset = 0;
    for (const character of text) {
        const unit = character.codePointAt(0) ?? 0;
        units.push(unit);
        offsets.push(offset);
        offset += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0x10000 ? 3 : 4;
    }
    // A text that is no UTF-8 has U+FFFD in it, whose length is another: PCRE refuses it, too.
    if (offset !== bytes.length)
        throw new RegexError('the text is not valid UTF-8', 0);
    return { bytes, units: Uint32Array.from(units), offsets: Uint32Array.from([...offsets, offset]) };
}
