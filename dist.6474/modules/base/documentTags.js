import { isScalar, Pair, Scalar, visit, YAMLMap, } from 'yaml';
/** The tags as the parser takes them: data of any kind, left as it stands. */
export function longFormTags(tags) {
    return Object.keys(tags).flatMap((tag) => [
        { tag, resolve: (text) => text },
        { tag, collection: 'seq', resolve: (list) => list },
        { tag, collection: 'map', resolve: (map) => map },
    ]);
}
/** Replaces each tagged node by the map that it is short for, so that nothing else has to know tags. */
export function writeOutTags(document, tags) {
    visit(document, {
        Node: (_key, node) => {
            if (node.tag === undefined || !Object.hasOwn(tags, node.tag))
                return undefined;
            return longForm(node, tags[node.tag]);
        },
    });
}
function longForm(node, name) {
    const key = new Scalar(name);
    const map = new YAMLMap();
    key.range = map.range = node.range ?? null;
    // An alias of the tagged value means the whole of it.
    if ('anchor' in node && typeof node.anchor === 'string') {
        map.anchor = node.anchor;
        delete node.anchor;
    }
    delete node.tag;
    // A number without quotes is the text of a name here, as everything that a tag stands before.
    if (isScalar(node))
        node.value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    map.items.push(new Pair(key, node));
    return map;
}
