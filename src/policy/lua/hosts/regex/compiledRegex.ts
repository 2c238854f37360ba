import { byteText } from '../../format/byteText.js';
import { luaText } from '../../luaText.js';
import { RegexMatcher } from './matchRegex.js';
import { parseRegex } from './parseRegex.js';
import { RegexError, type Units } from './regexNode.js';
import { compileRegex, type RegexProgram } from './regexProgram.js';

/** Letters of ngx.re's options that change what is matched. */
interface RegexOptions {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  /** Characters of UTF-8 instead of bytes. */
  readonly u: boolean;
  /** Matches only where the search begins. */
  readonly a: boolean;
}

/** A text to search: its bytes, and where each unit begins in them. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly units: Units;
  /** Undefined where units are bytes. */
  readonly offsets: Uint32Array | undefined;
}

/** Begin and end of each group in bytes; -1 where it took no part. */
export type Spans = readonly number[];

export class CompiledRegex {
  readonly groupCount: number;
  readonly names: ReadonlyMap<string, number>;
  readonly #program: RegexProgram;
  readonly #options: RegexOptions;

  /** @throws RegexError */
  constructor(pattern: Uint8Array, options: RegexOptions) {
    const units = options.u ? unitsOf(pattern).units : pattern;
    this.#program = compileRegex(parseRegex([...units], options));
    this.#options = options;
    this.groupCount = this.#program.groupCount;
    this.names = this.#program.names;
  }

  /** How large it is. */
  get stepCount(): number {
    return this.#program.totalStepCount;
  }

  subject(bytes: Uint8Array): Subject {
    return this.#options.u ? unitsOf(bytes) : { bytes, units: bytes, offsets: undefined };
  }

  /** The first match from a byte on. @throws MatchLimitError */
  search({ units, offsets }: Subject, fromByte: number, report: (steps: number) => void): Spans | undefined {
    const from = offsets === undefined ? fromByte : offsets.findIndex((offset) => offset >= fromByte);
    if (from < 0 || from > units.length) return undefined;
    const matcher = new RegexMatcher(this.#program, units, report);
    if (!matcher.search(from, this.#options.a)) return undefined;
    const slots = matcher.slots.slice(0, 2 * (this.groupCount + 1));
    return offsets === undefined ? slots : slots.map((slot) => (slot === -1 ? -1 : offsets[slot]));
  }
}

/** What pcre_compile() would say, as ngx_lua shows it. */
export function compileMessage(error: RegexError, pattern: Uint8Array): string {
  const text = byteText.read(pattern);
  const rest = text.slice(error.at);
  const place = rest === '' ? '' : ` at "${rest}"`;
  return `pcre_compile() failed: ${error.message} in "${text}"${place}`;
}

/** The characters of a text of UTF-8. */
function unitsOf(bytes: Uint8Array): Subject {
  const text = luaText.read(bytes);
  const units: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const unit = character.codePointAt(0) ?? 0;
    units.push(unit);
    offsets.push(offset);
    offset += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0x10000 ? 3 : 4;
  }
  // A text that is no UTF-8 has U+FFFD in it, whose length is another: PCRE refuses it, too.
  if (offset !== bytes.length) throw new RegexError('the text is not valid UTF-8', 0);
  return { bytes, units: Uint32Array.from(units), offsets: Uint32Array.from([...offsets, offset]) };
}
