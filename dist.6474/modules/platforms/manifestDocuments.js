import { isAlias } from 'yaml';
import { isProblem, parseDocuments } from '../base/document.js';
import { locate } from '../base/locate.js';
import { nodeAt } from '../base/nodeAt.js';
import { ProblemError } from '../base/problem.js';
import { fieldAt } from './fieldAt.js';
import { platforms } from './index.js';
/** Tags that any manifest may hold; they are only ever data. */
const tags = Object.assign({}, ...platforms.map((platform) => platform.tags ?? {}));
/** Lists within Lists; kubectl prints one level. */
const LIST_DEPTH_LIMIT = 8;
/**
 * The documents of a file, the items of a List in its place.
 *
 * `kubectl get -o yaml` prints a `kind: List`. The API server sends a `DeploymentList` or the like, whose items have neither
 * kind nor apiVersion: both follow from the list's. Source: apimachinery, unstructured/helpers.go, decodeToList (1.34).
 * @throws ProblemError when the file cannot be parsed
 */
export function manifestDocuments(text, file) {
    const parsed = parseDocuments(text, file, tags);
    const broken = parsed.filter(isProblem);
    if (broken.length > 0)
        throw new ProblemError(broken);
    return parsed.flatMap((source) => (isProblem(source) ? [] : unpacked(source, 0)));
}
function unpacked(source, depth) {
    const items = itemsOf(source.value);
    if (items === undefined)
        return [source];
    if (depth === LIST_DEPTH_LIMIT)
        throw new ProblemError([tooDeep(source)]);
    return items.flatMap((item, index) => {
        const written = nodeAt(source, ['items', index]);
        const node = isAlias(written) && source.document !== undefined ? written.resolve(source.document) : written;
        const value = withTypeOf(source.value, item);
        return unpacked({ ...source, value, ...(node === undefined ? {} : { node }) }, depth + 1);
    });
}
/** The items of a List; undefined for any other document. */
function itemsOf(value) {
    const kind = fieldAt(value, ['kind']);
    const items = fieldAt(value, ['items']);
    return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? items : undefined;
}
/** An item with the type that its list gives to those that have none. */
function withTypeOf(list, item) {
    const kind = String(fieldAt(list, ['kind'])).slice(0, -'List'.length);
    if (kind === '' || typeof item !== 'object' || item === null || Array.isArray(item))
        return item;
    if ('kind' in item || 'apiVersion' in item)
        return item;
    return { apiVersion: fieldAt(list, ['apiVersion']), kind, ...item };
}
function tooDeep(source) {
    return {
        code: 'nested-lists',
        where: locate(source, ['items'], true),
        what: `Lists are nested more than ${LIST_DEPTH_LIMIT} deep`,
        why: 'kubectl prints one List; a file that nests them without end could not be read.',
        fix: 'put the items into one List.',
    };
}
