import { visibleJson } from '../../base/visible.js';
/** Characters of a value that still stands on one line. */
const WIDTH = 100;
/** Plain data as a JavaScript literal that people like to edit. */
export function literal(value, indent = '') {
    const line = onOneLine(value);
    if (line.length + indent.length <= WIDTH || typeof value !== 'object' || value === null)
        return line;
    const deeper = `${indent}  `;
    if (Array.isArray(value))
        return `[\n${value.map((one) => `${deeper}${literal(one, deeper)},\n`).join('')}${indent}]`;
    const lines = Object.entries(value).map(([key, child]) => `${deeper}${keyText(key)}: ${literal(child, deeper)},\n`);
    return `{\n${lines.join('')}${indent}}`;
}
function onOneLine(value) {
    if (typeof value === 'string')
        return quoted(value);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'undefined';
    if (Array.isArray(value))
        return `[${value.map(onOneLine).join(', ')}]`;
    const parts = Object.entries(value).map(([key, child]) => `${keyText(key)}: ${onOneLine(child)}`);
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
/** A key of a literal; `__proto__` would set a prototype, in brackets it is a key like any other. */
function keyText(key) {
    if (key === '__proto__')
        return `[${quoted(key)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}
/** JSON's escapes are JavaScript's. */
export function quoted(text) {
    return `'${visibleJson(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
