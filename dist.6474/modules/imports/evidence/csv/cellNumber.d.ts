/** A number of a table, and the unit that stands behind it; empty where none does. */
export interface CellNumber {
    readonly value: number;
    readonly unit: string;
}
/**
 * The number in a cell, in the unit behind it: `12.5`, `1.25 K`, `45%`, `350 ms`, `1,234.5`.
 *
 * @param hasDecimalComma the table's delimiter is no comma, so `12,5` is 12.5
 * @returns undefined where the cell holds anything else
 */
export declare function cellNumber(text: string, hasDecimalComma: boolean): CellNumber | undefined;
