import { isAlias, isMap, isScalar, Scalar, stringify } from 'yaml';
import { nodeAt } from '../../base/nodeAt.js';
/**
 * What to replace in a manifest's text so that it has these fields, and nothing else changes: no comment, order or quote.
 *
 * @returns undefined where a field cannot be written alone, as one behind an alias
 */
export function manifestEdits(text, source, changes) {
    const edits = [];
    /** By the depth-first path of the map that gets them. */
    const added = new Map();
    for (const { path, value } of changes) {
        const node = nodeAt(source, path);
        if (node !== undefined && !isEmpty(node)) {
            const edit = replacement(text, node, value);
            if (edit === undefined)
                return undefined;
            edits.push(edit);
            continue;
        }
        const depth = ownerDepth(source, path);
        const owner = depth === undefined ? undefined : nodeAt(source, path.slice(0, depth));
        if (depth === undefined || owner === undefined)
            return undefined;
        const key = JSON.stringify(path.slice(0, depth));
        const group = added.get(key) ?? { owner, fields: {} };
        added.set(key, group);
        put(group.fields, path.slice(depth), value);
    }
    for (const { owner, fields } of added.values()) {
        const edit = isMap(owner) ? insertion(text, owner, fields) : intoNothing(owner, fields);
        if (edit === undefined)
            return undefined;
        edits.push(edit);
    }
    return edits;
}
/** A key with nothing, or null, behind it. */
function isEmpty(node) {
    return isScalar(node) && node.value === null;
}
/** How much of a path is there: up to a map, or to a key without a value; undefined where something else is in the way. */
function ownerDepth(source, path) {
    for (let depth = path.length - 1; depth >= 0; depth--) {
        const node = nodeAt(source, path.slice(0, depth));
        if (node === undefined)
            continue;
        return isMap(node) || isEmpty(node) ? depth : undefined;
    }
    return undefined;
}
function put(fields, path, value) {
    const [key, ...rest] = path.map(String);
    if (rest.length === 0) {
        fields[key] = value;
        return;
    }
    const inner = fields[key];
    const next = typeof inner === 'object' ? inner : {};
    fields[key] = next;
    put(next, rest, value);
}
function replacement(text, node, value) {
    const { range } = node;
    if (isAlias(node) || range === undefined || range === null)
        return undefined;
    // A short function, `!Ref Ceiling`, goes with what it stands before.
    const start = range[0] - (/![\w:]+[ \t]+$/.exec(text.slice(0, range[0]))?.[0].length ?? 0);
    const type = isScalar(node) ? node.type : undefined;
    return { start, end: range[1], text: scalarText(value, type) };
}
/** A value in the quotes of the one it replaces. */
function scalarText(value, type) {
    const content = String(value);
    if (type === Scalar.QUOTE_DOUBLE)
        return JSON.stringify(content);
    if (type === Scalar.QUOTE_SINGLE)
        return `'${content.replaceAll("'", "''")}'`;
    return typeof value === 'string' ? stringify(value, { lineWidth: 0 }).trimEnd() : content;
}
/** The place of a key that has no value. */
function intoNothing({ range }, fields) {
    if (range === undefined || range === null)
        return undefined;
    const isWritten = range[1] > range[0];
    return { start: range[0], end: range[1], text: `${isWritten ? '' : ' '}${flowText(fields, false)}` };
}
function insertion(text, map, fields) {
    const { range, items } = map;
    if (range === undefined || range === null)
        return undefined;
    const last = items.at(-1);
    const key = last !== undefined && isScalar(last.key) ? last.key : undefined;
    const keyStart = key?.range?.[0];
    if (map.flow === true || keyStart === undefined) {
        const isJson = key === undefined ? /^\s*[{[]/.test(text) : key.type === Scalar.QUOTE_DOUBLE;
        return intoFlow(text, { end: range[1], keyStart, isJson }, fields);
    }
    const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
    // After `- ` of a list the map is as deep as its first key.
    const indent = ' '.repeat(keyStart - lineStart);
    const lines = blockLines(fields, indent).join('\n');
    const end = lastOf(last?.value) ?? key?.range?.[1] ?? keyStart;
    if (text[end - 1] === '\n')
        return { start: end, end, text: `${lines}\n` };
    const newline = text.indexOf('\n', end);
    if (newline < 0)
        return { start: text.length, end: text.length, text: `\n${lines}` };
    return { start: newline + 1, end: newline + 1, text: `${lines}\n` };
}
/** Where the last value inside a node ends: of a block collection the end would be that of the blank lines after it. */
function lastOf(node) {
    if (isMap(node) && node.flow !== true && node.items.length > 0) {
        const { key, value } = node.items[node.items.length - 1];
        return lastOf(value) ?? lastOf(key);
    }
    if (typeof node !== 'object' || node === null)
        return undefined;
    if ('items' in node && Array.isArray(node.items) && !('flow' in node && node.flow === true)) {
        const inner = lastOf(node.items.at(-1));
        if (inner !== undefined)
            return inner;
    }
    return 'range' in node && Array.isArray(node.range) ? Number(node.range[1]) : undefined;
}
function blockLines(fields, indent) {
    return Object.entries(fields).flatMap(([key, value]) => typeof value === 'object'
        ? [`${indent}${key}:`, ...blockLines(value, `${indent}  `)]
        : [`${indent}${key}: ${scalarText(value, undefined)}`]);
}
/** Before the closing brace; on a line of its own where the last key has one. */
function intoFlow(text, { end, keyStart, isJson }, fields) {
    const entries = flowText(fields, isJson).slice(2, -2);
    const inside = text.slice(0, end - 1).trimEnd().length;
    if (keyStart === undefined)
        return { start: end - 1, end: end - 1, text: ` ${entries} ` };
    const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
    const before = text.slice(lineStart, keyStart);
    const gap = lineStart > 0 && before.trim() === '' ? `\n${before}` : ' ';
    // A list in flow style may end with a comma already.
    const comma = text[inside - 1] === ',' ? '' : ',';
    return { start: inside, end: inside, text: `${comma}${gap}${entries}` };
}
function flowText(fields, isJson) {
    const entries = Object.entries(fields).map(([key, value]) => {
        const name = isJson ? JSON.stringify(key) : key;
        if (typeof value === 'object')
            return `${name}: ${flowText(value, isJson)}`;
        return `${name}: ${isJson ? JSON.stringify(value) : scalarText(value, undefined)}`;
    });
    return `{ ${entries.join(', ')} }`;
}
