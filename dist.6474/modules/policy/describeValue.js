import { Opaque } from './opaque.js';
/**
 * A value as a message quotes it: with its type, short, and never failing, whatever a policy returned or threw.
 *
 * @example describeValue('5') // "5" (string)
 */
export function describeValue(value) {
    if (value === undefined || value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value === 'bigint')
        return `${value} (bigint)`;
    if (typeof value === 'string')
        return `"${cut(value)}" (string)`;
    if (typeof value === 'function')
        return 'a function';
    if (typeof value === 'symbol')
        return 'a symbol';
    if (value instanceof Opaque)
        return value.toJSON();
    return describeObject(value);
}
function describeObject(value) {
    try {
        const text = JSON.stringify(value);
        if (text !== undefined)
            return cut(text);
    }
    catch {
        // A cycle or a getter that throws: the kind of thing is all that can be said.
    }
    return Array.isArray(value) ? 'a list' : 'an object';
}
/** 200 characters show what a value is; more would bury the message. */
function cut(text) {
    return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
