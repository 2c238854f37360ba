/**
 * Binding strength; higher binds closer. `**` groups from the right.
 *
 * Source: expr-lang/expr 1.17, parser/operator/operator.go. `??` binds closest of all.
 */
export const binaryStrength = {
    or: 10,
    and: 15,
    '==': 20,
    '!=': 20,
    '<': 20,
    '<=': 20,
    '>': 20,
    '>=': 20,
    '+': 30,
    '-': 30,
    '*': 60,
    '/': 60,
    '**': 100,
    '??': 500,
};
export const unaryStrength = { not: 50, '-': 90, '+': 90 };
/** A formula that cannot be used; `at` counts characters from 1. */
export class FormulaFault extends Error {
    name = 'FormulaFault';
    at;
    fix;
    /** KEDA takes it, and no run could compute it. */
    isNotSimulated;
    constructor(message, { at, fix, isNotSimulated = false, }) {
        super(message);
        this.at = at;
        this.fix = fix;
        this.isNotSimulated = isNotSimulated;
    }
}
