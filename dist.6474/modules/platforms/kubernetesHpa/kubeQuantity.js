import { z } from 'zod';
import { saturateInt64 } from './saturate.js';
/** Decimal suffixes as powers of ten, binary ones as powers of two. */
const powersOfTen = {
    n: -9,
    u: -6,
    m: -3,
    '': 0,
    k: 3,
    M: 6,
    G: 9,
    T: 12,
    P: 15,
    E: 18,
};
const powersOfTwo = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
/** Longer text, or a larger exponent, is no quantity anybody means; without a bound it would be a way to stall. */
const LENGTH_LIMIT = 40;
const EXPONENT_LIMIT = 30;
/**
 * Reads a quantity exactly.
 *
 * Source: kubernetes/apimachinery pkg/api/resource/quantity.go (grammar; MilliValue rounds up).
 * @returns undefined when the text is none
 */
export function parseKubeQuantity(text) {
    if (text.length > LENGTH_LIMIT)
        return undefined;
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([+-]?\d+))$/.exec(text);
    if (match === null)
        return undefined;
    const [, sign, whole, fraction = '', binary, decimal, exponent] = match;
    if (whole === '' && fraction === '')
        return undefined;
    const power = exponent === undefined ? (powersOfTen[decimal ?? ''] ?? 0) : Number(exponent);
    if (Math.abs(power) > EXPONENT_LIMIT)
        return undefined;
    const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
    const scale = power - fraction.length;
    const numerator = digits * 10n ** BigInt(Math.max(0, scale)) * 2n ** BigInt(powersOfTwo[binary ?? ''] ?? 0);
    const denominator = 10n ** BigInt(Math.max(0, -scale));
    const milli = saturateInt64(divideUp(numerator * 1000n, denominator));
    return { milli, value: Number(numerator) / Number(denominator), text };
}
function divideUp(numerator, denominator) {
    const quotient = numerator / denominator;
    return numerator > 0n && quotient * denominator < numerator ? quotient + 1n : quotient;
}
/** Schema of a quantity: text or a number in the manifest. */
export function kubeQuantitySchema(sign) {
    return z.unknown().transform((input, context) => {
        const isPlain = typeof input === 'string' || typeof input === 'number';
        const quantity = isPlain ? parseKubeQuantity(String(input)) : undefined;
        const refuse = (message) => {
            context.issues.push({ code: 'custom', input, message });
            return z.NEVER;
        };
        if (input === undefined)
            return refuse('is missing\nIt has no default.\nadd it, for example 500m, 20, 2Gi.');
        if (quantity === undefined) {
            const shown = typeof input === 'string' ? `"${input}" (string)` : JSON.stringify(input);
            return refuse(`got ${shown}, which is not a quantity\nQuantities are numbers with an optional suffix: m, k, M, G, Ki, Mi, Gi, ...\nwrite for example 500m, 20, 2Gi.`);
        }
        if (quantity.milli > 0n || (sign === 'nonNegative' && quantity.milli === 0n))
            return quantity;
        const bound = sign === 'positive' ? '> 0' : '>= 0';
        return refuse(`is ${quantity.text}, but must be ${bound}\nThe API server refuses it.\nwrite a quantity ${bound}.`);
    });
}
