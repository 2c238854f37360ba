import { createHash } from 'node:crypto';
/** JSON with keys in the order of their code units: the same value gives the same text. */
export function canonicalJson(value) {
    return JSON.stringify(sorted(value));
}
/** `sha256...` of a value's canonical JSON. */
export function canonicalHash(value) {
    return `sha256${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, child]) => [key, sorted(child)]);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
