import { isCollection, isNode } from 'yaml';
/** The node as it was written at a key path; undefined where the path leads nowhere. */
export function nodeAt({ node, document }, path) {
    const root = node ?? document?.contents;
    const found = isCollection(root) ? root.getIn(path, true) : path.length === 0 ? root : undefined;
    return isNode(found) ? found : undefined;
}
