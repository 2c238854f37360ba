import { suggestion } from '../../../base/nearest.js';
import { formulaFunctions, otherFunctions } from './functions.js';
import { binaryStrength, FormulaFault, unaryStrength } from './node.js';
import { tokenise } from './tokens.js';
/**
 * Reads a formula by precedence climbing: an operand, then every operator that binds at least as close as asked.
 *
 * The language is the part of expr that arithmetic on triggers needs; all else is refused by its name. Two of its rules
 * surprise: `??` binds closer than arithmetic, and after a `??` no other operator may follow without parentheses.
 *
 * Source: expr-lang/expr 1.17 (the library that KEDA uses), parser/parser.go and docs/language-definition.md.
 * @throws FormulaFault
 */
export function parseFormula(text, names) {
    return new FormulaParser(tokenise(text), names).readAll();
}
/** Deepest nesting of parentheses, signs, lists and choices. */
const DEPTH_LIMIT = 100;
/** Signs of expr that are understood and not simulated. */
const refused = {
    '%': 'the remainder %, which takes whole numbers while triggers are real numbers',
    '|': 'the pipe |',
    '..': 'the range ..',
    '?.': 'the optional member ?.',
    '.': 'a member of a value',
    '{': 'a map',
};
class FormulaParser {
    #tokens;
    #names;
    #next = 0;
    #depth = 0;
    #isInPredicate = false;
    constructor(tokens, names) {
        this.#tokens = tokens;
        this.#names = names;
    }
    readAll() {
        const node = this.#choice();
        const rest = this.#token;
        if (rest.kind !== 'end')
            throw this.#unexpected(rest);
        return node;
    }
    get #token() {
        return this.#tokens[this.#next];
    }
    /** Takes the next token if it is this sign. */
    #takes(sign) {
        const isIt = this.#token.kind === 'sign' && this.#token.text === sign;
        if (isIt)
            this.#next++;
        return isIt;
    }
    #expect(sign) {
        if (!this.#takes(sign))
            throw this.#unexpected(this.#token, `"${sign}"`);
    }
    #choice() {
        const { at } = this.#token;
        const condition = this.#binary(0);
        let node = condition;
        if (this.#takes('?')) {
            const yes = this.#choice();
            this.#expect(':');
            node = { kind: 'choice', condition, yes, no: this.#choice(), at };
        }
        return node;
    }
    #binary(weakest) {
        if (++this.#depth > DEPTH_LIMIT) {
            throw new FormulaFault(`is nested more than ${DEPTH_LIMIT} deep`, { at: this.#token.at, fix: 'simplify it.' });
        }
        let left = this.#operand();
        let previous;
        for (;;) {
            const { text, kind, at } = this.#token;
            if (kind !== 'sign' || !isBinary(text) || binaryStrength[text] < weakest)
                break;
            this.#next++;
            if (previous === '??' && text !== '??')
                throw mixed(text, at);
            // `**` groups from the right, so its right side may hold another one.
            const right = this.#binary(binaryStrength[text] + (text === '**' ? 0 : 1));
            left = { kind: 'binary', operator: text, left, right, at };
            previous = text;
        }
        this.#depth--;
        return left;
    }
    #operand() {
        const { text, kind, at } = this.#token;
        if (kind === 'end')
            throw this.#unexpected(this.#token, 'a value');
        this.#next++;
        if (kind === 'number')
            return { kind: 'number', value: Number(text), at };
        if (kind === 'word')
            return this.#word(text, at);
        if (text === 'not' || text === '-' || text === '+') {
            return { kind: 'unary', operator: text, operand: this.#binary(unaryStrength[text]), at };
        }
        if (text === '(') {
            const inner = this.#choice();
            this.#expect(')');
            return inner;
        }
        if (text === '[')
            return { kind: 'list', items: this.#listUntil(']'), at };
        if (text === '#' && this.#isInPredicate)
            return { kind: 'element', at };
        throw this.#unexpected({ text, kind, at }, 'a value');
    }
    #word(text, at) {
        if (text === 'true' || text === 'false')
            return { kind: 'boolean', value: text === 'true', at };
        if (text === 'nil')
            return { kind: 'nil', at };
        if (this.#takes('('))
            return this.#call(text, at);
        if (this.#names.includes(text))
            return { kind: 'name', name: text, at };
        const fix = suggestion(text, this.#names) || 'give the triggers names (`name:`), which the formula uses.';
        throw new FormulaFault(`no trigger is named "${text}"`, { at, fix });
    }
    #call(name, at) {
        const entry = formulaFunctions[name];
        if (entry === undefined) {
            const fix = suggestion(name, Object.keys(formulaFunctions));
            const isNotSimulated = otherFunctions.includes(name);
            throw new FormulaFault(`the function "${name}" is not simulated`, { at, fix, isNotSimulated });
        }
        if (!entry.takesPredicate)
            return { kind: 'call', name, inputs: this.#listUntil(')'), predicate: undefined, at };
        const list = this.#choice();
        this.#expect(',');
        const hasBraces = this.#takes('{');
        const isNested = this.#isInPredicate;
        this.#isInPredicate = true;
        const predicate = this.#choice();
        this.#isInPredicate = isNested;
        if (hasBraces)
            this.#expect('}');
        this.#expect(')');
        return { kind: 'call', name, inputs: [list], predicate, at };
    }
    #listUntil(end) {
        const items = [];
        if (this.#takes(end))
            return items;
        do
            items.push(this.#choice());
        while (this.#takes(','));
        this.#expect(end);
        return items;
    }
    #unexpected({ text, at }, wanted) {
        const known = refused[text];
        const fix = 'use numbers, trigger names, + - * / **, comparisons, and, or, not, ?:, ?? and functions.';
        if (known !== undefined)
            return new FormulaFault(`uses ${known}, which is not simulated`, { at, fix, isNotSimulated: true });
        const shown = text === 'the end' ? text : `"${text}"`;
        const what = wanted === undefined ? `${shown} was not expected` : `${wanted} was expected, got ${shown}`;
        return new FormulaFault(what, { at, fix: 'fix the formula at this place.' });
    }
}
function isBinary(text) {
    return Object.hasOwn(binaryStrength, text);
}
function mixed(operator, at) {
    return new FormulaFault(`"${operator}" follows a ?? without parentheses, which KEDA refuses`, {
        at,
        fix: 'write for example (a ?? 0) + b.',
    });
}
