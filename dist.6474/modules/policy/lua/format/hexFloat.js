const mantissaBits = 52n;
const hexDigitCount = 13;
/** The exponent of the smallest normal double; those below keep it and begin with 0. */
const leastExponent = -1022;
/** `x >= 0`, finite, as %a behind its 0x: 1.8p+1. Ties of a precision go to even, as in glibc. */
export function hexFloat(x, precision, keepsPoint) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, x);
    const bits = view.getBigUint64(0);
    const biased = Number(bits >> mantissaBits);
    const exponent = x === 0 ? 0 : Math.max(biased - 1023, leastExponent);
    const lead = biased === 0 ? 0n : 1n << mantissaBits;
    const mantissa = lead | (bits & ((1n << mantissaBits) - 1n));
    const digits = roundedDigits(mantissa, precision);
    const point = digits.length > 1 || keepsPoint ? '.' : '';
    return `${digits[0]}${point}${digits.slice(1)}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
/** The leading digit and those behind the point: as many as there are, or `precision`. */
function roundedDigits(mantissa, precision) {
    const all = mantissa.toString(16).padStart(hexDigitCount + 1, '0');
    if (precision === undefined)
        return all.replace(/(?<=.)0+$/, '');
    if (precision >= hexDigitCount)
        return all.padEnd(precision + 1, '0');
    const dropped = BigInt(4 * (hexDigitCount - precision));
    const half = 1n << (dropped - 1n);
    const kept = mantissa >> dropped;
    const rest = mantissa - (kept << dropped);
    const isUp = rest > half || (rest === half && kept % 2n === 1n);
    return (isUp ? kept + 1n : kept).toString(16).padStart(precision + 1, '0');
}
