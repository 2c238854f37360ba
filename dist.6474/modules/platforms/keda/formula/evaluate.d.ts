import { type FormulaValue } from './functions.js';
import type { FormulaNode } from './node.js';
/**
 * The value of a formula for these triggers; null is nil.
 *
 * @returns undefined when it has no value: arithmetic on nil, which KEDA reports as an error of the metric
 */
export declare function evaluate(node: FormulaNode, values: ReadonlyMap<string, number | null>, element?: number): FormulaValue | undefined;
