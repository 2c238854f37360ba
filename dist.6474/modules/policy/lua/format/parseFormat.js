/** The letters Lua 5.3 knows, and F, which LuaJIT knows. */
const letters = 'cdiuoxXaAeEfFgGqs';
const flags = '-+ #0';
/** The pieces of a format of Lua's string.format, its bytes read as characters. */
export function parseFormat(format) {
    const pieces = [];
    let text = '';
    for (let at = 0; at < format.length; at++) {
        if (format[at] !== '%')
            text += format[at];
        else if (format[at + 1] === '%') {
            text += '%';
            at++;
        }
        else {
            if (text !== '')
                pieces.push(text);
            text = '';
            const { piece, end } = parseConversion(format, at + 1);
            pieces.push(piece);
            at = end;
        }
    }
    if (text !== '')
        pieces.push(text);
    return pieces;
}
/** Reads the conversion whose flags begin at `begin`; `end` is where its letter stands. */
function parseConversion(format, begin) {
    let at = begin;
    while (at < format.length && flags.includes(format[at]))
        at++;
    const given = format.slice(begin, at);
    if (given.length > flags.length)
        return { piece: { fault: 'invalid format (repeated flags)' }, end: at };
    const isDigit = () => format[at] >= '0' && format[at] <= '9';
    const readTwoDigits = () => {
        const first = at;
        if (isDigit())
            at++;
        if (isDigit())
            at++;
        return Number(format.slice(first, at));
    };
    const width = readTwoDigits();
    let precision;
    if (format[at] === '.') {
        at++;
        precision = readTwoDigits();
    }
    if (isDigit())
        return { piece: { fault: 'invalid format (width or precision too long)' }, end: at };
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
function printable(character) {
    return character >= ' ' && character <= '~' ? character : `<\\${character.charCodeAt(0)}>`;
}
