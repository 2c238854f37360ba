const between = (low, high) => (unit) => unit >= low && unit <= high;
const oneOf = (text) => {
    const units = new Set([...text].map((character) => character.charCodeAt(0)));
    return (unit) => units.has(unit);
};
const anyOf = (...sets) => (unit) => sets.some((set) => set(unit));
export const not = (set) => (unit) => !set(unit);
const digit = between(48, 57);
const lower = between(97, 122);
const upper = between(65, 90);
const word = anyOf(digit, lower, upper, oneOf('_'));
const space = anyOf(between(9, 13), oneOf(' '));
const punctuation = anyOf(between(33, 47), between(58, 64), between(91, 96), between(123, 126));
/** `\d` and the like: pcre2pattern(3), "Generic character types". ASCII, whatever the option `u`. */
export const typeSets = {
    d: digit,
    w: word,
    s: space,
    h: oneOf(' \t\u00a0'),
    v: between(10, 13),
};
/** `[:alpha:]` and the like: pcre2pattern(3), "POSIX character classes". */
export const posixSets = {
    alnum: anyOf(digit, lower, upper),
    alpha: anyOf(lower, upper),
    ascii: between(0, 127),
    blank: oneOf(' \t'),
    cntrl: anyOf(between(0, 31), between(127, 127)),
    digit,
    graph: between(33, 126),
    lower,
    print: between(32, 126),
    punct: punctuation,
    space,
    upper,
    word,
    xdigit: anyOf(digit, between(97, 102), between(65, 70)),
};
export const isWord = word;
/** A set of single units, ranges and other sets, with both cases of each letter where case does not count. */
export function classSet(parts, { isNegative, ignoresCase }) {
    const plain = anyOf(...parts);
    const has = ignoresCase ? (unit) => plain(unit) || plain(otherCase(unit)) : plain;
    const table = Uint8Array.from({ length: 256 }, (_, unit) => Number(has(unit) !== isNegative));
    return (unit) => (unit < 256 ? table[unit] === 1 : has(unit) !== isNegative);
}
export function range(low, high) {
    return between(low, high);
}
/** The same letter in the other case; bytes beyond ASCII are no letters. */
export function otherCase(unit) {
    if (unit < 128)
        return lower(unit) ? unit - 32 : upper(unit) ? unit + 32 : unit;
    if (unit < 256)
        return unit;
    const character = String.fromCodePoint(unit);
    const other = character.toLowerCase() === character ? character.toUpperCase() : character.toLowerCase();
    return other.codePointAt(0) ?? unit;
}
