/** How a resolved reference to another resource of the document is written into a field. */
export function referenceText(id) {
    return `resource:${id}`;
}
/** The name in a field that may be a reference: what a reader would call it. */
export function nameIn(field) {
    return field.startsWith('resource:') ? field.slice('resource:'.length) : field;
}
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Any value of a document as text: `String` would call what a user may have named `toString`. */
export function textOf(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
