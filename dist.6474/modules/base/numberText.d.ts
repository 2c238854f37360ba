/** Whether a text is written like a decimal number, whatever its size. */
export declare function isDecimalText(text: string): boolean;
/**
 * The number that a decimal text stands for: `12`, `-0.5`, `1e3`.
 *
 * @returns undefined for all else: `0x10`, `1_000`, `Infinity`, nothing, and what no finite number is near to, such as `1e400`
 */
export declare function parseDecimal(text: string): number | undefined;
