/** The value at a path of keys and indexes; undefined where the path leads nowhere. */
export function fieldAt(root, path) {
    let value = root;
    for (const key of path)
        value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return value;
}
/** A copy of a document without the keys that are null: the Kubernetes API takes a null for a key that is not there. */
export function withoutNulls(value) {
    if (Array.isArray(value))
        return value.map(withoutNulls);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, inner]) => inner !== null);
    return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}
