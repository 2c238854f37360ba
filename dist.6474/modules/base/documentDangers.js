import { isAlias, isMap, isPair, isScalar, isSeq, visit, } from 'yaml';
import { nearest } from './nearest.js';
/** Aliases in a file; people write a handful. */
export const ALIAS_LIMIT = 100;
/** Values after aliases are followed. */
const EXPANDED_LIMIT = 100_000;
/** What YAML allows and a file of settings must not: keys that are lost, tags, prototype keys, aliases of nothing, cycles, floods of aliases. */
export function dangers(source) {
    const problems = [...keyProblems(source), ...forbiddenNodes(source)];
    return problems.length > 0 ? problems : aliasProblems(source);
}
function at({ file, lineCounter }, node) {
    // safe: nodes of a parsed document have a range, and 0 is a harmless default.
    const start = node?.range?.[0] ?? 0;
    const { line, col } = lineCounter.linePos(start);
    return { file, line, column: col };
}
/** Keys that are no text, or stand twice. */
function keyProblems(source) {
    const problems = [];
    visit(source.document, { Map: (_key, map) => void problems.push(...keysOf(map, source)) });
    return problems;
}
function keysOf(map, source) {
    const known = new Map();
    return map.items.flatMap(({ key, value }) => {
        if (!isScalar(key) || key.value === null || key.value === '') {
            const what = isScalar(key) || key === null ? 'the key is empty' : 'the key is a list, a map or an alias';
            const why = 'A key is a name.';
            const where = at(source, isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key : (value ?? map));
            return [{ code: 'bad-key', where, what, why, fix: 'write a name before the colon.' }];
        }
        // As a value it is text: 1, 1.0 and "1" are one key.
        const name = String(key.value);
        const first = known.get(name);
        if (first === undefined) {
            known.set(name, key);
            return [];
        }
        const [where, before] = [at(source, key), at(source, first)];
        const lines = where.line === before.line ? `on line ${where.line}` : `on lines ${before.line} and ${where.line}`;
        const what = `the key "${name}" stands twice in this map, ${lines}`;
        return [
            { code: 'duplicate-key', where, what, why: 'One of the two would be lost silently.', fix: 'keep one of them.' },
        ];
    });
}
/** Whole ones are one character to a pattern with this flag. */
const halfCharacter = /[\ud800-\udfff]/u;
function forbiddenNodes(source) {
    const problems = [];
    visit(source.document, {
        Node: (_key, node) => {
            const where = () => at(source, node);
            if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
                const what = `has the tag ${node.tag}`;
                const why = 'Tags could run code; this is plain data.';
                problems.push({ code: 'unknown-tag', where: where(), what, why, fix: 'remove the tag.' });
            }
            if (isScalar(node) && typeof node.value === 'string' && halfCharacter.test(node.value)) {
                const what = 'the text has half of a character (a lone surrogate such as "\\ud800")';
                const why = 'It could not be written to any file.';
                problems.push({ code: 'bad-text', where: where(), what, why, fix: 'write the whole character.' });
            }
        },
        Pair: (_key, pair) => {
            if (!isScalar(pair.key) || pair.key.value !== '__proto__')
                return;
            const what = 'the key "__proto__" is not allowed';
            const why = 'It would change how every map behaves.';
            problems.push({ code: 'forbidden-key', where: at(source, pair.key), what, why, fix: 'remove it.' });
        },
    });
    return problems;
}
const aliasReason = 'Aliases can make a small file expand without bound.';
const writeOut = 'write the values out.';
function aliasProblems(source) {
    const { document, file } = source;
    let aliasCount = 0;
    visit(document, {
        Alias: () => {
            aliasCount++;
        },
    });
    const limit = (code, what) => [{ code, where: { file }, what, why: aliasReason, fix: writeOut }];
    if (aliasCount > ALIAS_LIMIT) {
        return limit('too-many-aliases', `has ${aliasCount} aliases, more than the limit of ${ALIAS_LIMIT}`);
    }
    if (aliasCount === 0)
        return [];
    const open = withoutAnchor(source);
    if (open.length > 0)
        return open;
    const cycle = aliasCycle(document);
    if (cycle !== undefined) {
        const what = `the alias at ${cycle.path} refers to a value that contains it`;
        const why = 'The value would have no end.';
        return [{ code: 'alias-cycle', where: at(source, cycle.node), what, why, fix: writeOut }];
    }
    if (expandedSize(document) <= EXPANDED_LIMIT)
        return [];
    return limit('alias-expansion', `expands to more than ${EXPANDED_LIMIT} values through aliases (the expansion limit)`);
}
/** Aliases whose name no value before them has. */
function withoutAnchor(source) {
    const problems = [];
    const anchors = [];
    visit(source.document, {
        Node: (_key, node) => {
            if ('anchor' in node && typeof node.anchor === 'string')
                anchors.push(node.anchor);
            if (!isAlias(node) || anchors.includes(node.source))
                return;
            const close = nearest(node.source, anchors);
            problems.push({
                code: 'no-anchor',
                where: at(source, node),
                what: `the alias *${node.source} has no anchor: no value before it is called &${node.source}`,
                why: 'An alias stands for a value that was named before.',
                fix: close === undefined ? `write the value, or &${node.source} before the one meant.` : `did you mean *${close}?`,
            });
        },
    });
    return problems;
}
function aliasCycle(document) {
    let found;
    visit(document, {
        Alias: (_key, alias, ancestors) => {
            const target = alias.resolve(document);
            if (target === undefined || !ancestors.includes(target))
                return undefined;
            const path = ancestors
                .flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []))
                .join('.');
            found = { node: alias, path };
            return visit.BREAK;
        },
    });
    return found;
}
/** Number of values once aliases are followed; text counts by its length, so that a long one cannot hide. */
function expandedSize(document) {
    const known = new Map();
    const sizeOf = (node) => {
        const before = known.get(node);
        if (before !== undefined)
            return before;
        let size = 1;
        if (isAlias(node))
            size = sizeOf(node.resolve(document));
        else if (isMap(node))
            size += node.items.reduce((total, pair) => total + sizeOf(pair.key) + sizeOf(pair.value), 0);
        else if (isSeq(node))
            size += node.items.reduce((total, item) => total + sizeOf(item), 0);
        else if (isScalar(node))
            size += Math.floor(String(node.value).length / 100);
        known.set(node, size);
        return size;
    };
    return sizeOf(document.contents);
}
