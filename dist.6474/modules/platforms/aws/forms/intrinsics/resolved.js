import { nearest } from '../../../../base/nearest.js';
import { isOpen, OpenValue } from '../../openValue.js';
export function isList(value) {
    return Array.isArray(value);
}
/** Every open value in it. */
export function opensIn(value) {
    if (isOpen(value))
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(opensIn);
}
/** One open value for what depends on others: known by its function, and closed by whatever closes those. */
export function openFor(text, causes) {
    return new OpenValue(text, [...new Set(causes.flatMap(({ names }) => names))]);
}
/** A value as CloudFormation puts it into text: parameters are text, and so are numbers and truth values. */
export function plainText(value) {
    if (isOpen(value))
        return value.text;
    if (isList(value))
        return value.map(plainText).join(',');
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
/** A text of pieces; open while one of them is. */
export function joined(pieces, delimiter) {
    const text = pieces.map(plainText).join(delimiter);
    const open = pieces.flatMap(opensIn);
    return open.length === 0 ? text : openFor(text, open);
}
/** The name that was meant, or else what to do. */
export function didYouMean(name, known, otherwise) {
    const close = nearest(name, known);
    return close === undefined ? otherwise : `did you mean ${close}?`;
}
