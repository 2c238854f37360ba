/** One conversion of a format such as `%-8.2f`: what C's printf reads between the percent sign and the letter. */
export interface Conversion {
  /** The small letter of capitals too. */
  readonly letter: string;
  readonly isCapital: boolean;
  /** Neither flags nor width nor precision. */
  readonly isBare: boolean;
  readonly isLeft: boolean;
  readonly hasPlus: boolean;
  readonly hasSpace: boolean;
  /** `#`: keeps the point, the zeros of %g, and shows 0x or 0. */
  readonly isAlternate: boolean;
  readonly isZeroPadded: boolean;
  readonly width: number;
  readonly precision: number | undefined;
}

/** Text to copy (a character a byte), a conversion, or what is wrong there: an error only when it is reached. */
export type FormatPiece = string | Conversion | { readonly fault: string };

/** The letters Lua 5.3 knows, and F, which LuaJIT knows. */
const letters = 'cdiuoxXaAeEfFgGqs';
const flags = '-+ #0';

/** The pieces of a format of Lua's string.format, its bytes read as characters. */
export function parseFormat(format: string): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let text = '';
  for (let at = 0; at < format.length; at++) {
    if (format[at] !== '%') text += format[at];
    else if (format[at + 1] === '%') {
      text += '%';
      at++;
    } else {
      if (text !== '') pieces.push(text);
      text = '';
      const { piece, end } = parseConversion(format, at + 1);
      pieces.push(piece);
      at = end;
    }
  }
  if (text !== '') pieces.push(text);
  return pieces;
}

/** Reads the conversion whose flags begin at `begin`; `end` is where its letter stands. */
function parseConversion(format: string, begin: number): { piece: FormatPiece; end: number } {
  let at = begin;
  while (at < format.length && flags.includes(format[at])) at++;
  const given = format.slice(begin, at);
  if (given.length > flags.length) return { piece: { fault: 'invalid format (repeated flags)' }, end: at };
  const isDigit = () => format[at] >= '0' && format[at] <= '9';
  const readTwoDigits = () => {
    const first = at;
    if (isDigit()) at++;
    if (isDigit()) at++;
    return Number(format.slice(first, at));
  };
  const width = readTwoDigits();
  let precision: number | undefined;
  if (format[at] === '.') {
    at++;
    precision = readTwoDigits();
  }
  if (isDigit()) return { piece: { fault: 'invalid format (width or precision too long)' }, end: at };
  const letter = format[at] ?? '\0';
  if (!letters.includes(letter)) {
    return { piece: { fault: `invalid option '%${printable(letter)}' to 'format'` }, end: at };
  }
  const piece = {
    letter: letter.toLowerCase(),
    isCapital: letter !== letter.toLowerCase(),
    isBare: at === begin,
    isLeft: given.includes('-'),
    hasPlus: given.includes('+'),
    hasSpace: given.includes(' '),
    isAlternate: given.includes('#'),
    isZeroPadded: given.includes('0'),
    width,
    precision,
  };
  return { piece, end: at };
}

function printable(character: string): string {
  return character >= ' ' && character <= '~' ? character : `<\\${character.charCodeAt(0)}>`;
}
