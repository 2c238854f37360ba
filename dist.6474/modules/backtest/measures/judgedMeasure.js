/** Of a measure that the recording does not have. */
export const notRecorded = { real: null, simulated: null, error: null, ok: null, why: 'not recorded' };
export function meanOf(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Three digits, as a sentence has room for. */
export function short(value) {
    return String(Number(value.toPrecision(3)));
}
