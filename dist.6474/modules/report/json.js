import { visibleJson } from '../base/visible.js';
/**
 * The result document itself: two spaces, keys in the order of the schema; a list of plain values stands on one line, and so
 * does each row of a list of rows, such as a decision.
 *
 * A timeline has thousands of numbers; one a line would make the file unreadable and four times as long.
 */
export const json = {
    name: 'json',
    fileName: 'report.json',
    // Of `verify` as well.
    mark: /^\{\s*"(format|kind)": *"(dryscale-result|verification")/,
    render: (document) => `${pretty(document, '')}\n`,
};
function pretty(value, indent) {
    if (typeof value !== 'object' || value === null)
        return visibleJson(value);
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        if (value.length === 0)
            return '[]';
        if (value.every(isPlain))
            return visibleJson(value);
        const lines = value.map((item) => `${inner}${isRow(item) ? visibleJson(item) : pretty(item, inner)}`);
        return `[\n${lines.join(',\n')}\n${indent}]`;
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0)
        return '{}';
    const lines = entries.map(([key, item]) => `${inner}${visibleJson(key)}: ${pretty(item, inner)}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
}
const isPlain = (value) => typeof value !== 'object' || value === null;
const isRow = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isPlain);
