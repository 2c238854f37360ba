import { asSchema } from '../base/mapSchemas.js';
import { plainSchema, resolveRef } from './jsonSchema.js';
/** What the JSON Schema says about the value at a path, given what stands there: the forms that may apply. */
function formsAt(path, root) {
    let forms = [plainSchema()];
    let value = root;
    for (const key of path) {
        forms = forms.flatMap((form) => alternatives(form, value)).flatMap((form) => childOf(form, key));
        value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }
    return forms.flatMap((form) => alternatives(form, value));
}
/** Keys that may stand in the map at a path. */
export function allowedKeys(path, root) {
    const keys = formsAt(path, root).flatMap((form) => Object.keys(asSchema(form.properties) ?? {}));
    return [...new Set(keys)].sort();
}
/** Lowest and highest number allowed at a path, as far as the schema says. */
export function boundsAt(path, root) {
    for (const form of formsAt(path, root)) {
        const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = form;
        const low = minimum ?? exclusiveMinimum;
        const high = maximum ?? exclusiveMaximum;
        const isBounded = typeof high === 'number' && Math.abs(high) < Number.MAX_SAFE_INTEGER;
        if (typeof low === 'number' && isBounded)
            return `${low}..${high}`;
    }
    return undefined;
}
/** A union's members; those whose constants contradict the value are left out. */
function alternatives(part, value) {
    const form = resolveRef(part);
    const members = [form.anyOf, form.oneOf].flatMap((list) => (Array.isArray(list) ? list : [])); // safe: a JSON Schema's unions hold schemas
    if (members.length === 0)
        return [form];
    const fitting = members.filter((member) => fits(member, value));
    return (fitting.length > 0 ? fitting : members).flatMap((member) => alternatives(member, value));
}
function fits(member, value) {
    if (typeof value !== 'object' || value === null)
        return true;
    return Object.entries(asSchema(member.properties) ?? {}).every(([key, property]) => {
        const constant = asSchema(property)?.const;
        return constant === undefined || Reflect.get(value, key) === constant;
    });
}
function childOf(form, key) {
    const properties = asSchema(form.properties);
    const child = properties?.[String(key)] ?? asSchema(form.additionalProperties) ?? asSchema(form.items);
    const schema = asSchema(child);
    return schema === undefined ? [] : [schema];
}
