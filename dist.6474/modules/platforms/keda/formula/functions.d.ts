/** A value of a formula; null is nil. */
export type FormulaValue = number | boolean | null | readonly FormulaValue[];
interface FormulaFunction {
    /** What it returns. */
    readonly result: 'number' | 'boolean';
    /** Fewest and most inputs. */
    readonly inputCounts: readonly [number, number];
    readonly takesPredicate?: boolean;
    /** Of numbers only; lists among the inputs are spread. */
    of(numbers: readonly number[]): number;
}
/** The other functions that the language has: of text, maps, times and lists of them. */
export declare const otherFunctions: readonly string[];
/**
 * The functions of a formula, by name.
 *
 * Source: expr-lang/expr 1.17, docs/language-definition.md. Without a value, `max`, `min`, `mean` and `median` have none.
 */
export declare const formulaFunctions: Readonly<Record<string, FormulaFunction>>;
export {};
