import { nearest } from '../base/nearest.js';
import { fieldAt } from './fieldAt.js';
/**
 * A copy of a document with scalar fields replaced.
 *
 * A parameter is named by the end of a field's path: `minReplicas`, or `scaleUp.policies.0.value` where `value` alone would
 * be several. A field the document leaves out may be set if its platform lists it.
 */
export function applyParams(value, params, { optional, isExpression }) {
    const present = scalarPaths(value, isExpression);
    const known = new Set(present.map((path) => path.join('.')));
    const absent = optional.flatMap((one) => typeof one === 'string' && !known.has(one) ? [one.split('.')] : []);
    const values = optional.filter((one) => typeof one !== 'string');
    const taken = [];
    const changes = [];
    const ambiguous = [];
    for (const [name, wanted] of Object.entries(params)) {
        const there = present.filter((path) => endsWith(path, name));
        const own = values.filter((one) => endsWith(one.name.split('.'), name));
        // A field that is nothing but a value of the same name is that value.
        const fields = there.filter((path) => !own.some(({ covers }) => covers(fieldAt(value, path))));
        const other = there.length + own.length > 0 ? [] : absent.filter((candidate) => endsWith(candidate, name));
        const found = [...own, ...[...fields, ...other].map((path) => ({ name: path.join('.'), path }))];
        const [first, second] = found;
        if (first === undefined)
            continue;
        taken.push(name);
        if (second !== undefined)
            ambiguous.push({ name, paths: found.map((candidate) => candidate.name) });
        else
            changes.push({ path: first.path, value: wanted });
    }
    return { value: withChanges(value, changes), taken, changes, ambiguous };
}
/** A copy of a document with fields replaced. */
export function withChanges(value, changes) {
    const copy = structuredClone(value);
    for (const { path, value: wanted } of changes)
        setAt(copy, path, wanted);
    return copy;
}
/** The field of a manifest that is most like a name; undefined when none is close. */
export function nearestField(value, { optional, isExpression }, name) {
    const fields = scalarPaths(value, isExpression).map((path) => String(path.at(-1)));
    const keys = [...fields, ...optional.map((one) => lastKey(typeof one === 'string' ? one : one.name))];
    return nearest(name, [...new Set(keys)]);
}
function lastKey(path) {
    return path.slice(path.lastIndexOf('.') + 1);
}
/** `a.b.c` ends with `c`, `b.c` and `a.b.c`, not with `.c` or `b`. */
function endsWith(path, name) {
    const text = path.join('.');
    return text === name || text.endsWith(`.${name}`);
}
function scalarPaths(value, isExpression, path = []) {
    if (typeof value !== 'object' || value === null || isExpression?.(value) === true)
        return [path];
    return Object.entries(value).flatMap(([key, inner]) => scalarPaths(inner, isExpression, [...path, Array.isArray(value) ? Number(key) : key]));
}
function setAt(root, path, value) {
    let holder = root;
    for (const key of path.slice(0, -1)) {
        if (typeof holder !== 'object' || holder === null)
            return;
        // A null stands for a key that is not there.
        if ((Reflect.get(holder, key) ?? undefined) === undefined)
            Reflect.set(holder, key, {});
        holder = Reflect.get(holder, key);
    }
    const last = path.at(-1);
    if (typeof holder === 'object' && holder !== null && last !== undefined)
        Reflect.set(holder, last, value);
}
