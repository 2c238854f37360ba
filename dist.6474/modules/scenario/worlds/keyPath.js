/**
 * The place that a dotted path names; undefined where it names none.
 *
 * A chosen variant may be left out of the path: `requests.page.cpu.median` is `requests.page.cpu.lognormal.median`.
 */
export function findKeyPath(root, dotted) {
    const found = [];
    let holder = root;
    for (const key of dotted.split('.')) {
        while (!hasKey(holder, key)) {
            const [only, ...others] = keysOf(holder);
            if (only === undefined || others.length > 0)
                return undefined;
            found.push(only);
            holder = valueIn(holder, only);
        }
        found.push(key);
        holder = valueIn(holder, key);
    }
    return holder === undefined ? undefined : found;
}
/** The value at a place; undefined where there is none. */
export function valueAt(root, path) {
    return path.reduce(valueIn, root);
}
/** A copy with another value at a place; maps that are missing on the way to it are made. */
export function withValueAt(root, [key, ...rest], value) {
    if (key === undefined)
        return value;
    const inner = withValueAt(valueIn(root, key), rest, value);
    if (Array.isArray(root))
        return root.map((item, index) => (String(index) === key ? inner : item));
    return { ...(isHolder(root) ? root : {}), [key]: inner };
}
/** Every dotted path below a value. */
export function dottedPaths(root, prefix = '') {
    return keysOf(root).flatMap((key) => {
        const path = prefix === '' ? key : `${prefix}.${key}`;
        return [path, ...dottedPaths(valueIn(root, key), path)];
    });
}
function keysOf(value) {
    return isHolder(value) ? Object.keys(value).filter((key) => valueIn(value, key) !== undefined) : [];
}
function hasKey(holder, key) {
    return isHolder(holder) && Object.hasOwn(holder, key);
}
function valueIn(holder, key) {
    return isHolder(holder) && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
}
function isHolder(value) {
    return typeof value === 'object' && value !== null;
}
