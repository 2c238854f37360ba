import { evaluate } from './evaluate.js';
import { FormulaFault } from './node.js';
import { parseFormula } from './parse.js';
import { typeOf } from './typeOf.js';
/**
 * `scalingModifiers.formula`: one metric made of several triggers.
 *
 * @throws FormulaFault with the place, when it cannot be read or its value is no number
 */
export function compileFormula(text, triggerNames) {
    const tree = parseFormula(text, triggerNames);
    const type = typeOf(tree);
    if (type !== 'number') {
        throw new FormulaFault(`the formula's value is a ${type}`, {
            at: 1,
            fix: 'end in a number, for example x > 5 ? 10 : 0.',
        });
    }
    return (values) => {
        const value = evaluate(tree, values);
        if (value === null)
            return null;
        // Division by zero has no value that a metric could carry.
        return typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value * 1000) : undefined;
    };
}
