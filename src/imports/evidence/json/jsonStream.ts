import type { Problem } from '../../../base/problem.js';
import { inputProblem } from '../../readInput.js';

const quote = 34;
const backslash = 92;
const openers = new Set([91, 123]);
const closers = new Set([93, 125]);
/** Comma, colon, blanks. */
const scalarEnds = new Set([44, 58, 32, 9, 10, 13]);

/** Largest value that is built whole, in characters: a list of a year's minutes is a third of it. */
const VALUE_LIMIT = 32_000_000;

/** `[seconds, "value"]`, the value quoted or bare. */
const pair = /\s*\[\s*"?([-+.\deE]+)"?\s*,\s*"?([^"\\\],\s]*)"?\s*\]\s*/y;

/**
 * A JSON text that is read front to back and never held whole: files of some gigabytes hold series of a few megabytes.
 *
 * The reader asks for what it expects (the keys of an object, the items of a list, a whole small value, pairs of numbers) and skips
 * the rest. What is skipped is checked for its brackets only.
 */
export class JsonStream {
  readonly #chunks: Iterator<string>;
  readonly #file: string;
  readonly #fix: string;
  #text = '';
  #at = 0;
  /** From here on the text is kept when more is read. */
  #kept: number | undefined;
  #lineCount = 0;

  /** @param fix what to do about a file that is not whole, for its message */
  constructor(chunks: Iterable<string>, { file, fix }: { readonly file: string; readonly fix: string }) {
    this.#chunks = chunks[Symbol.iterator]();
    this.#file = file;
    this.#fix = fix;
    this.#more();
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
  }

  /** The line of what is read next, from 1. */
  get line(): number {
    return this.#lineCount + lineFeeds(this.#text, this.#at) + 1;
  }

  /** The next character that is no blank; empty at the end. */
  peek(): string {
    for (;;) {
      while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 32) this.#at++;
      if (this.#at < this.#text.length) return this.#text[this.#at];
      if (!this.#more()) return '';
    }
  }

  /** The keys of an object; each value must be read or skipped before the next key is asked for. */
  *keys(): Generator<string> {
    this.#take('{');
    for (let isFirst = true; ; isFirst = false) {
      if (this.peek() === '}') break;
      if (!isFirst) this.#take(',');
      const key = this.value();
      if (typeof key !== 'string') throw this.#broken('has a key that is no text');
      this.#take(':');
      yield key;
    }
    this.#take('}');
  }

  /** As often as a list has items; each must be read or skipped before the next. */
  *items(): Generator<void> {
    this.#take('[');
    for (let isFirst = true; ; isFirst = false) {
      if (this.peek() === ']') break;
      if (!isFirst) this.#take(',');
      yield;
    }
    this.#take(']');
  }

  /** Hands over the pairs of a list such as `[[1772550000, "40"], ...]`, as text. */
  pairs(each: (first: string, second: string) => void): void {
    this.#take('[');
    for (let isFirst = true; this.peek() !== ']'; isFirst = false) {
      if (!isFirst) this.#take(',');
      const found = this.#pair();
      if (found === undefined && !this.#hasMuch()) throw this.#cutOff();
      if (found === undefined) throw this.#broken('has no pair [seconds, "value"] where one is expected');
      each(found[1], found[2]);
    }
    this.#take(']');
  }

  /** The next value, whole. */
  value(): unknown {
    this.peek();
    this.#kept = this.#at;
    this.passOver();
    const text = this.#text.slice(this.#kept, this.#at);
    this.#kept = undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw this.#broken(`has "${text.slice(0, 40)}" where a value is expected`);
    }
  }

  /** Passes over the next value. */
  passOver(): void {
    if (this.peek() === '') throw this.#cutOff();
    for (let depth = 0; ; ) {
      const character = this.#character();
      if (character === quote) this.#skipString();
      else if (openers.has(character)) {
        depth++;
        this.#at++;
        continue;
      } else if (closers.has(character)) {
        if (depth === 0) return;
        depth--;
        this.#at++;
      } else if (depth > 0) {
        this.#at++;
        continue;
      } else {
        if (Number.isNaN(character) || scalarEnds.has(character)) return;
        this.#at++;
        continue;
      }
      if (depth === 0) return;
    }
  }

  /** @throws ProblemError unless only blanks are left */
  end(): void {
    if (this.peek() !== '') throw this.#broken('goes on after its JSON document');
  }

  #pair(): RegExpExecArray | undefined {
    for (;;) {
      pair.lastIndex = this.#at;
      const found = pair.exec(this.#text);
      // One that ends with the text may go on.
      if (found !== null && pair.lastIndex < this.#text.length) {
        this.#at = pair.lastIndex;
        return found;
      }
      if (this.#hasMuch() || !this.#more()) return undefined;
    }
  }

  /** More than any pair takes: one that is not found is not there. */
  #hasMuch(): boolean {
    return this.#text.length - this.#at > 1000;
  }

  #skipString(): void {
    this.#at++;
    for (;;) {
      const character = this.#character();
      if (Number.isNaN(character)) throw this.#cutOff();
      this.#at += character === backslash ? 2 : 1;
      if (character === quote) return;
    }
  }

  /** The next character's code; NaN at the end. */
  #character(): number {
    while (this.#at >= this.#text.length) if (!this.#more()) return Number.NaN;
    return this.#text.charCodeAt(this.#at);
  }

  #take(expected: string): void {
    const found = this.peek();
    if (found === '') throw this.#cutOff();
    if (found !== expected) throw this.#broken(`has "${found}" where "${expected}" is expected`);
    this.#at++;
  }

  #more(): boolean {
    const { done, value } = this.#chunks.next();
    if (done === true) return false;
    const from = Math.min(this.#kept ?? this.#at, this.#text.length);
    this.#lineCount += lineFeeds(this.#text, from);
    this.#text = this.#text.slice(from) + value;
    this.#at -= from;
    if (this.#kept !== undefined) this.#kept = 0;
    if (this.#text.length > VALUE_LIMIT) throw this.#broken(`has a value of more than ${VALUE_LIMIT} characters`);
    return true;
  }

  #cutOff(): Error {
    return this.#broken('breaks off: the JSON document is not whole');
  }

  #broken(what: string): Error {
    const words: Omit<Problem, 'where'> = {
      code: 'bad-json',
      what,
      why: 'Part of the data would be lost silently.',
      fix: this.#fix,
    };
    return inputProblem(this.#file, words, this.line);
  }
}

function lineFeeds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
