import { formulaFunctions } from './functions.js';
import { FormulaFault } from './node.js';
/** The type of a formula's value, as KEDA checks it before it runs one. @throws FormulaFault where types do not fit */
export function typeOf(node) {
    switch (node.kind) {
        case 'number':
        case 'name':
        case 'element':
            return 'number';
        case 'boolean':
            return 'boolean';
        case 'nil':
            return 'nil';
        case 'list':
            for (const item of node.items)
                expect(item, 'number');
            return 'list';
        case 'unary':
            return expect(node.operand, node.operator === 'not' ? 'boolean' : 'number');
        case 'binary':
            return typeOfBinary(node);
        case 'choice':
            expect(node.condition, 'boolean');
            return joint(node.yes, node.no);
        case 'call':
            return typeOfCall(node);
    }
}
function typeOfBinary({ operator, left, right, at }) {
    if (operator === '??')
        return joint(left, right);
    if (operator === 'and' || operator === 'or') {
        expect(left, 'boolean');
        return expect(right, 'boolean');
    }
    if (operator === '==' || operator === '!=') {
        joint(left, right);
        return 'boolean';
    }
    const isOrder = ['<', '<=', '>', '>='].includes(operator);
    for (const side of [left, right]) {
        if (typeOf(side) === 'nil')
            throw wrong(`"${operator}" cannot take nil`, at);
        expect(side, 'number');
    }
    return isOrder ? 'boolean' : 'number';
}
function typeOfCall({ name, inputs, predicate, at }) {
    const { inputCounts, takesPredicate, result } = formulaFunctions[name];
    const [least, most] = inputCounts;
    if (inputs.length < least || inputs.length > most) {
        throw wrong(`${name}() takes ${least === most ? least : `${least} or more`} values, got ${inputs.length}`, at);
    }
    for (const input of inputs) {
        const type = typeOf(input);
        const isFine = type === 'list' || (type === 'number' && takesPredicate !== true);
        if (!isFine)
            throw wrong(`${name}() cannot take a value of type ${type}`, input.at);
    }
    if (predicate !== undefined)
        expect(predicate, 'boolean');
    return result;
}
function expect(node, wanted) {
    const type = typeOf(node);
    if (type !== wanted)
        throw wrong(`a ${wanted} is expected, got a ${type}`, node.at);
    return type;
}
/** Two values of which one is taken have one type; nil fits every type. */
function joint(left, right) {
    const [one, other] = [typeOf(left), typeOf(right)];
    if (one === 'nil')
        return other;
    if (other !== 'nil' && one !== other)
        throw wrong(`a ${one} and a ${other} do not fit together`, right.at);
    return one;
}
function wrong(message, at) {
    return new FormulaFault(message, { at, fix: 'fix the formula: its value must be a number.' });
}
