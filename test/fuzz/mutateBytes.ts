import fc from 'fast-check';

/** Texts that programs read wrongly: numbers at their limits, marks of other encodings, brackets without end, names of prototypes. */
export const hostileTokens: readonly string[] = [
  '',
  '0',
  '-1',
  '-0',
  '1e400',
  '-1e400',
  '1e-400',
  'NaN',
  'Infinity',
  '.inf',
  '-.inf',
  '.nan',
  '0x7fffffffffffffff',
  '9007199254740993',
  '99999999999999999999999',
  '1_000',
  '0o17',
  '1.',
  '.5',
  '1,5',
  '+1',
  'null',
  '~',
  'true',
  'yes',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '[]',
  '{}',
  '[',
  '{',
  '}',
  ']',
  '(',
  ')',
  '"',
  "'",
  '`',
  '\\',
  '\\u0000',
  '\\ud800',
  '\0',
  '\x1b[31m',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\t',
  ' ',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\ud83d\ude00',
  '%',
  '%s',
  '%n',
  '$',
  '$\u007bx}',
  '{{ .Values.x }}',
  '#',
  '--',
  '---',
  '...',
  '&a',
  '*a',
  '!x',
  '!!js/function',
  '<<',
  '|',
  '>',
  ':',
  ': ',
  ',',
  ';',
  '=',
  '==',
  '<',
  '/',
  '//',
  '../',
  '/etc/passwd',
  'http://x/',
  '2026-02-30',
  '2026-01-05T08:00:00Z',
  '24:00',
  '1h',
  '-5s',
  '1e9d',
  '1ns',
  '0s',
  '5 s',
  '10GiB',
  'a'.repeat(300),
  '(((((((((((((((((((((((((((((((((((((((((',
  '9'.repeat(400),
]; // prettier-ignore

interface Edit {
  readonly kind: 'flip' | 'delete' | 'repeat' | 'insert' | 'replace' | 'splice' | 'cut' | 'swap';
  /** Where, as a share of the text. */
  readonly at: number;
  readonly length: number;
  readonly to: number;
  readonly token: string;
  readonly bit: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('flip', 'delete', 'repeat', 'insert', 'replace', 'replace', 'splice', 'cut', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  token: fc.constantFrom(...hostileTokens),
  bit: fc.nat(7),
});

/** One text of a list, changed at a few places. Each character stands for a byte. */
export interface Mutated {
  /** Which one of the list it was. */
  readonly name: string;
  readonly bytes: string;
}

/** Texts of a list by name, changed at a few places; now and then a piece of one gets into another. */
export function mutatedBytes(corpus: Readonly<Record<string, string>>, mostEdits = 6): fc.Arbitrary<Mutated> {
  const names = Object.keys(corpus);
  const latin = Object.fromEntries(names.map((name) => [name, Buffer.from(corpus[name]).toString('latin1')]));
  return fc
    .tuple(fc.constantFrom(...names), fc.array(edit, { minLength: 0, maxLength: mostEdits }), fc.constantFrom(...names))
    .map(([name, edits, other]) => ({
      name,
      bytes: edits.reduce((text, one) => edited(text, one, latin[other]), latin[name]).slice(0, 200_000),
    }));
}

function edited(text: string, { kind, at, length, to, token, bit }: Edit, other: string): string {
  const begin = Math.floor(at * text.length);
  const end = Math.min(text.length, begin + length);
  const [before, inside, after] = [text.slice(0, begin), text.slice(begin, end), text.slice(end)];
  const bytes = Buffer.from(token).toString('latin1');
  switch (kind) {
    case 'flip':
      return `${before}${String.fromCharCode(((inside.charCodeAt(0) || 0) ^ (1 << bit)) & 255)}${text.slice(begin + 1)}`;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + inside.repeat(1 + 2 ** bit) + after;
    case 'insert':
      return before + bytes + inside + after;
    case 'replace': {
      // A whole word or number, for what the grammar still takes.
      const word = /[\w.+-]+/g;
      word.lastIndex = begin;
      const found = word.exec(text);
      if (found === null) return text + bytes;
      return text.slice(0, found.index) + bytes + text.slice(found.index + found[0].length);
    }
    case 'splice': {
      const from = Math.floor(to * other.length);
      return before + other.slice(from, from + length * 4) + after;
    }
    case 'cut':
      return before;
    case 'swap': {
      const lines = text.split('\n');
      const [a, b] = [at, to].map((share) => Math.min(lines.length - 1, Math.floor(share * lines.length)));
      [lines[a], lines[b]] = [lines[b], lines[a]];
      return lines.join('\n');
    }
  }
}

/** The bytes that a mutated text stands for. */
export function bytesOf({ bytes }: Mutated): Buffer {
  return Buffer.from(bytes, 'latin1');
}

/** A mutated text as it can be pasted: as it is where it is UTF-8, else in base64. */
export function shownBytes(mutated: Mutated): string {
  const bytes = bytesOf(mutated);
  const text = bytes.toString();
  const isText = Buffer.from(text).equals(bytes);
  return isText
    ? `# made of ${mutated.name}\n${text}`
    : `# made of ${mutated.name}, base64\n${bytes.toString('base64')}`;
}
