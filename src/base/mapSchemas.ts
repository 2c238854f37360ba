/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

type Change = (part: JsonSchema, key: string) => JsonSchema;

/**
 * A copy with every schema in it changed, inner ones first. What stands at the top stays, and so do definitions, which are what
 * references stand for.
 *
 * @param above the key of a map under which the schema stands; `change` gets that of each part
 */
export function mapSchemas(schema: JsonSchema, change: Change, above = 'part'): JsonSchema {
  const inner = (value: unknown, key: string): unknown => {
    const part = asSchema(value);
    return part === undefined ? value : change(mapSchemas(part, change, key), key);
  };
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties') return [key, mapValues(value, inner)];
      if (key === '$defs')
        return [key, mapValues(value, (part, name) => mapSchemas(asSchema(part) ?? {}, change, name))];
      if (/^(additionalProperties|items|propertyNames)$/.test(key)) return [key, inner(value, above)];
      if (/^(anyOf|oneOf|allOf|prefixItems)$/.test(key) && Array.isArray(value))
        return [key, value.map((member) => inner(member, above))];
      return [key, value];
    }),
  );
}

function mapValues(map: unknown, change: (value: unknown, key: string) => unknown): JsonSchema {
  return Object.fromEntries(Object.entries(asSchema(map) ?? {}).map(([key, value]) => [key, change(value, key)]));
}

export function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined; // safe: checked to be an object
}
