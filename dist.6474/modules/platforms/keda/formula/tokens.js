import { FormulaFault } from './node.js';
/** Operators that have two spellings, by the one used here. */
const spellings = { '&&': 'and', '||': 'or', '!': 'not', '^': '**' };
const pattern = /(?<space>\s+)|(?<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)|(?<word>[A-Za-z_$][\w$]*)|(?<sign>\?\?|\?\.|\*\*|&&|\|\||==|!=|<=|>=|\.\.|[-+*/%^<>!?:(),[\]{}#|.])/y;
/** Longest formula that is read. */
const LENGTH_LIMIT = 10_000;
/** The words of a formula, ended by a token of kind `end`. @throws FormulaFault */
export function tokenise(text) {
    if (text.length > LENGTH_LIMIT) {
        throw new FormulaFault(`is longer than ${LENGTH_LIMIT} characters`, { at: 1, fix: 'shorten it.' });
    }
    const tokens = [];
    pattern.lastIndex = 0;
    while (pattern.lastIndex < text.length) {
        const start = pattern.lastIndex;
        const groups = pattern.exec(text)?.groups;
        if (groups === undefined)
            throw unknownCharacter(text[start], start + 1);
        const { number, word, sign } = groups;
        const at = start + 1;
        if (number !== undefined)
            tokens.push({ kind: 'number', text: number.replaceAll('_', ''), at });
        else if (word !== undefined)
            tokens.push(wordToken(word, at));
        else if (sign !== undefined)
            tokens.push({ kind: 'sign', text: spellings[sign] ?? sign, at });
    }
    return [...tokens, { kind: 'end', text: 'the end', at: text.length + 1 }];
}
/** `and`, `or` and `not` are signs that look like words. */
function wordToken(text, at) {
    return { kind: /^(and|or|not)$/.test(text) ? 'sign' : 'word', text, at };
}
function unknownCharacter(character, at) {
    const isText = character === '"' || character === "'" || character === '`';
    return new FormulaFault(isText ? 'holds text, which is not simulated' : `has an unknown character "${character}"`, {
        at,
        isNotSimulated: isText,
        fix: 'use numbers, trigger names, + - * / **, comparisons, and, or, not, ?:, ?? and functions.',
    });
}
