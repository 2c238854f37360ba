import { fieldAt } from './fieldAt.js';
/** The object that `spec.scaleTargetRef` of an autoscaler names (a Deployment, if it says no kind), where it lies beside it. */
export function targetDocument(source, set) {
    const reference = fieldAt(source.value, ['spec', 'scaleTargetRef']);
    const name = fieldAt(reference, ['name']);
    if (typeof name !== 'string')
        return undefined;
    const kind = fieldAt(reference, ['kind']) ?? 'Deployment';
    return objectBeside(source, set, (value) => fieldAt(value, ['kind']) === kind && fieldAt(value, ['metadata', 'name']) === name);
}
/**
 * The one object that fits, among those that are read together with a document; undefined when there is none, or no telling which.
 *
 * A folder often holds the same objects for several environments, so the nearest counts: of the same file, else of the
 * same folder, else the only one there is. Objects of another namespace are others; one that names none may be in any.
 */
export function objectBeside(document, { documents }, fits) {
    const fitting = documents.filter(({ value }) => isSameNamespace(value, document.value) && fits(value));
    const folder = folderOf(document.file);
    const nearest = [
        fitting.filter(({ file }) => file === document.file),
        fitting.filter(({ file }) => folderOf(file) === folder),
        fitting,
    ].find((some) => some.length > 0);
    return nearest?.length === 1 ? nearest[0] : undefined;
}
function isSameNamespace(one, other) {
    const [first, second] = [one, other].map((value) => fieldAt(value, ['metadata', 'namespace']) ?? undefined);
    return first === undefined || second === undefined || first === second;
}
function folderOf(file) {
    return file.replace(/[^/\\]*$/, '');
}
