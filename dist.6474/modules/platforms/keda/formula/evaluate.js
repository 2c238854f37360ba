import { formulaFunctions } from './functions.js';
/**
 * The value of a formula for these triggers; null is nil.
 *
 * @returns undefined when it has no value: arithmetic on nil, which KEDA reports as an error of the metric
 */
export function evaluate(node, values, element) {
    const of = (inner) => evaluate(inner, values, element);
    switch (node.kind) {
        case 'number':
        case 'boolean':
            return node.value;
        case 'nil':
            return null;
        case 'name':
            return values.get(node.name);
        case 'element':
            return element;
        case 'list': {
            const items = node.items.map(of);
            return items.every((item) => item !== undefined) ? items : undefined;
        }
        case 'unary': {
            const value = of(node.operand);
            if (typeof value === 'boolean')
                return !value;
            return typeof value === 'number' ? (node.operator === '-' ? -value : value) : undefined;
        }
        case 'binary':
            return binary(node, of);
        case 'choice': {
            const condition = of(node.condition);
            return typeof condition === 'boolean' ? of(condition ? node.yes : node.no) : undefined;
        }
        case 'call':
            return call(node, values, of);
    }
}
function binary({ operator, left, right }, of) {
    const first = of(left);
    if (operator === '??')
        return first ?? of(right);
    // The right side is only looked at when the left one leaves the answer open.
    if (operator === 'and' && first === false)
        return false;
    if (operator === 'or' && first === true)
        return true;
    const second = of(right);
    if (operator === 'and' || operator === 'or')
        return second;
    if (first === undefined || second === undefined)
        return undefined;
    if (operator === '==')
        return first === second;
    if (operator === '!=')
        return first !== second;
    return typeof first === 'number' && typeof second === 'number' ? arithmetic[operator](first, second) : undefined;
}
const arithmetic = {
    '+': (first, second) => first + second,
    '-': (first, second) => first - second,
    '*': (first, second) => first * second,
    '/': (first, second) => first / second,
    '**': (first, second) => first ** second,
    '<': (first, second) => first < second,
    '<=': (first, second) => first <= second,
    '>': (first, second) => first > second,
    '>=': (first, second) => first >= second,
};
function call({ name, inputs, predicate }, values, of) {
    const numbers = inputs.map(of).flatMap((value) => (isList(value) ? value : [value]));
    if (!numbers.every((number) => typeof number === 'number'))
        return undefined;
    const entry = formulaFunctions[name];
    if (predicate === undefined)
        return entry.of(numbers);
    const holds = numbers.map((number) => (evaluate(predicate, values, number) === true ? 1 : 0));
    const result = entry.of(holds);
    return entry.result === 'boolean' ? result === 1 : result;
}
function isList(value) {
    return Array.isArray(value);
}
