import { type FormulaNode } from './node.js';
type FormulaType = 'number' | 'boolean' | 'nil' | 'list';
/** The type of a formula's value, as KEDA checks it before it runs one. @throws FormulaFault where types do not fit */
export declare function typeOf(node: FormulaNode): FormulaType;
export {};
