import { invariant } from './invariant.js';
/**
 * A text that two values share only if nothing tells them apart: the order of keys counts, and so do -0, NaN, Infinity and a
 * key whose value is undefined, all of which JSON loses.
 *
 * For keys of things that are kept. Data only: a function has no text.
 */
export function exactText(value) {
    if (typeof value === 'string')
        return JSON.stringify(value);
    if (typeof value === 'number')
        return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value === 'bigint')
        return `${value}n`;
    if (value === null || typeof value === 'boolean' || value === undefined)
        return String(value);
    if (Array.isArray(value))
        return `[${Array.from(value, exactText).join()}]`;
    const isPlain = typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value));
    invariant(isPlain, 'only plain data has an exact text');
    const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${exactText(child)}`);
    return `{${entries.join()}}`;
}
