import { type FormulaNode } from './node.js';
/**
 * Reads a formula by precedence climbing: an operand, then every operator that binds at least as close as asked.
 *
 * The language is the part of expr that arithmetic on triggers needs; all else is refused by its name. Two of its rules
 * surprise: `??` binds closer than arithmetic, and after a `??` no other operator may follow without parentheses.
 *
 * Source: expr-lang/expr 1.17 (the library that KEDA uses), parser/parser.go and docs/language-definition.md.
 * @throws FormulaFault
 */
export declare function parseFormula(text: string, names: readonly string[]): FormulaNode;
