import { locate } from '../../../base/locate.js';
import { fieldAt } from '../../fieldAt.js';
/** Whether the manifest itself has a key, rather than its default. */
export function isWritten({ source }, path) {
    const value = fieldAt(source.value, path);
    return value !== undefined && value !== null;
}
/** A surprise at a place of the manifest. */
export function lintAt({ source }, level, path, words) {
    return { level, ...words, where: locate(source, path) };
}
/** Where a trigger, or a part of it, stands in the manifest. */
export function triggerPath({ index }, ...rest) {
    return ['spec', 'triggers', index, ...rest];
}
