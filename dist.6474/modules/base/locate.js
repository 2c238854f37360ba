import { isCollection, isMap, isPair, isScalar } from 'yaml';
/** Where a key path stands: its value, or the deepest part of the path that is there. `isKey` points at the key itself. */
export function locate(source, path, isKey = false) {
    const text = path.map(String).join('.');
    const { file, document, lineCounter } = source;
    const node = document === undefined ? undefined : findNode(source.node ?? document.contents, path, isKey);
    const start = node?.range?.[0];
    if (start === undefined)
        return { file, ...(text === '' ? {} : { path: text }) };
    const { line, col } = lineCounter.linePos(start);
    return { file, line, column: col, ...(text === '' ? {} : { path: text }) };
}
function findNode(root, path, isKey) {
    let node = root; // safe: the document's contents are a node
    for (const [depth, key] of path.entries()) {
        if (!isCollection(node))
            break;
        const isLast = depth === path.length - 1;
        if (isMap(node)) {
            const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
            if (pair === undefined)
                break;
            // safe: keys and values of a parsed map are nodes.
            if ((isLast && isKey) || pair.value === null)
                return pair.key;
            node = pair.value;
        }
        else {
            const item = node.items[Number(key)];
            if (item === undefined || item === null)
                break;
            node = item; // safe: items of a parsed sequence are nodes
        }
    }
    return node;
}
