/** A formula as a tree. `at` is the place of the text it came from, from 1. */
export type FormulaNode = {
    readonly kind: 'number';
    readonly value: number;
    readonly at: number;
} | {
    readonly kind: 'boolean';
    readonly value: boolean;
    readonly at: number;
} | {
    readonly kind: 'nil';
    readonly at: number;
}
/** A trigger's name. */
 | {
    readonly kind: 'name';
    readonly name: string;
    readonly at: number;
}
/** `#`, the element that a predicate looks at. */
 | {
    readonly kind: 'element';
    readonly at: number;
} | {
    readonly kind: 'list';
    readonly items: readonly FormulaNode[];
    readonly at: number;
} | {
    readonly kind: 'unary';
    readonly operator: UnaryOperator;
    readonly operand: FormulaNode;
    readonly at: number;
} | {
    readonly kind: 'binary';
    readonly operator: BinaryOperator;
    readonly left: FormulaNode;
    readonly right: FormulaNode;
    readonly at: number;
} | {
    readonly kind: 'choice';
    readonly condition: FormulaNode;
    readonly yes: FormulaNode;
    readonly no: FormulaNode;
    readonly at: number;
} | {
    readonly kind: 'call';
    readonly name: string;
    readonly inputs: readonly FormulaNode[];
    /** The body of `{ ... }`, for functions that take one. */
    readonly predicate: FormulaNode | undefined;
    readonly at: number;
};
type UnaryOperator = '-' | '+' | 'not';
/**
 * Binding strength; higher binds closer. `**` groups from the right.
 *
 * Source: expr-lang/expr 1.17, parser/operator/operator.go. `??` binds closest of all.
 */
export declare const binaryStrength: {
    readonly or: 10;
    readonly and: 15;
    readonly '==': 20;
    readonly '!=': 20;
    readonly '<': 20;
    readonly '<=': 20;
    readonly '>': 20;
    readonly '>=': 20;
    readonly '+': 30;
    readonly '-': 30;
    readonly '*': 60;
    readonly '/': 60;
    readonly '**': 100;
    readonly '??': 500;
};
export type BinaryOperator = keyof typeof binaryStrength;
export declare const unaryStrength: {
    readonly not: 50;
    readonly '-': 90;
    readonly '+': 90;
};
/** A formula that cannot be used; `at` counts characters from 1. */
export declare class FormulaFault extends Error {
    readonly name = "FormulaFault";
    readonly at: number;
    readonly fix: string;
    /** KEDA takes it, and no run could compute it. */
    readonly isNotSimulated: boolean;
    constructor(message: string, { at, fix, isNotSimulated, }: {
        readonly at: number;
        readonly fix: string;
        readonly isNotSimulated?: boolean;
    });
}
export {};
