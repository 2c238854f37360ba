/** Characters of a line, as the formatter of the repository has them. */
const LINE_WIDTH = 120;
/** A value as JSON for people: whatever fits stands on one line, the rest is indented by two. Ends with a line feed. */
export function compactJson(value) {
    return `${linesOf(value, '', 0)}\n`;
}
/** @param used characters of the line before it and after it */
function linesOf(value, indent, used) {
    const flat = flatText(value);
    if (indent.length + used + flat.length <= LINE_WIDTH || typeof value !== 'object' || value === null)
        return flat;
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        const items = value.map((item) => `${inner}${linesOf(item, inner, 1)}`);
        return `[\n${items.join(',\n')}\n${indent}]`;
    }
    const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
    const lines = pairs.map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return `${inner}${name}${linesOf(item, inner, name.length + 1)}`;
    });
    return `{\n${lines.join(',\n')}\n${indent}}`;
}
function flatText(value) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value))
        return `[${value.map(flatText).join(', ')}]`;
    const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
    return pairs.length === 0
        ? '{}'
        : `{ ${pairs.map(([key, item]) => `${JSON.stringify(key)}: ${flatText(item)}`).join(', ')} }`;
}
