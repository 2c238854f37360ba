/**
 * `scalingModifiers.formula`: one metric made of several triggers.
 *
 * @throws FormulaFault with the place, when it cannot be read or its value is no number
 */
export declare function compileFormula(text: string, triggerNames: readonly string[]): Formula;
/**
 * The composite metric in whole thousandths, truncated.
 *
 * @returns null when the value is nil, undefined when there is none (arithmetic on nil, division by zero)
 */
export type Formula = (values: ReadonlyMap<string, number | null>) => number | null | undefined;
