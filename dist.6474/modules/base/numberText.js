const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Whether a text is written like a decimal number, whatever its size. */
export function isDecimalText(text) {
    return decimal.test(text);
}
/**
 * The number that a decimal text stands for: `12`, `-0.5`, `1e3`.
 *
 * @returns undefined for all else: `0x10`, `1_000`, `Infinity`, nothing, and what no finite number is near to, such as `1e400`
 */
export function parseDecimal(text) {
    if (!decimal.test(text))
        return undefined;
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
}
