/**
 * A copy with every schema in it changed, inner ones first. What stands at the top stays, and so do definitions, which are what
 * references stand for.
 *
 * @param above the key of a map under which the schema stands; `change` gets that of each part
 */
export function mapSchemas(schema, change, above = 'part') {
    const inner = (value, key) => {
        const part = asSchema(value);
        return part === undefined ? value : change(mapSchemas(part, change, key), key);
    };
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => {
        if (key === 'properties')
            return [key, mapValues(value, inner)];
        if (key === '$defs')
            return [key, mapValues(value, (part, name) => mapSchemas(asSchema(part) ?? {}, change, name))];
        if (/^(additionalProperties|items|propertyNames)$/.test(key))
            return [key, inner(value, above)];
        if (/^(anyOf|oneOf|allOf|prefixItems)$/.test(key) && Array.isArray(value))
            return [key, value.map((member) => inner(member, above))];
        return [key, value];
    }));
}
function mapValues(map, change) {
    return Object.fromEntries(Object.entries(asSchema(map) ?? {}).map(([key, value]) => [key, change(value, key)]));
}
export function asSchema(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined; // safe: checked to be an object
}
