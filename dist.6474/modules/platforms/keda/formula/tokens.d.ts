export interface Token {
    readonly kind: 'number' | 'word' | 'sign' | 'end';
    readonly text: string;
    /** From 1. */
    readonly at: number;
}
/** The words of a formula, ended by a token of kind `end`. @throws FormulaFault */
export declare function tokenise(text: string): Token[];
