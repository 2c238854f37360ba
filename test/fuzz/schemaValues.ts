import fc from 'fast-check';
import { asSchema, type JsonSchema } from '../../src/base/mapSchemas.js';
import { resolveRef } from '../../src/scenario/jsonSchema.js';

/** Values for a place that the schema alone does not bound as a test needs; the last key of the path is the place's own. */
export type PlaceValues = (path: readonly string[], part: JsonSchema) => readonly unknown[] | undefined;

interface Wish {
  readonly valuesAt: PlaceValues;
  /** How many of ten optional keys are there. */
  readonly tenths: number;
}

/** Deeper, a choice takes its first branch: distributions hold distributions. */
const deepest = 9;
const absent = Symbol('absent');

/** Any value that a part of the scenario's JSON Schema describes, as far as the schema says it. */
export function schemaValues(part: JsonSchema, wish: Wish, path: readonly string[] = []): fc.Arbitrary<unknown> {
  const known = wish.valuesAt(path, part);
  if (known !== undefined) return fc.constantFrom(...known);
  const schema = resolveRef(part);
  const branches = branchesOf(schema);
  if (branches !== undefined) {
    const open = path.length > deepest ? branches.slice(0, 1) : branches;
    return fc.oneof(...open.map((branch) => schemaValues(branch, wish, path)));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectValues(schema, wish, path);
    case 'array': {
      const items = schemaValues(asSchema(schema.items) ?? {}, wish, [...path, '0']);
      return fc.array(items, { minLength: Number(schema.minItems ?? 0), maxLength: 3 });
    }
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.constantFrom(...numbersWithin(schema));
    default:
      return fc.constantFrom('x', 'two words', 'ü');
  }
}

function objectValues(schema: JsonSchema, wish: Wish, path: readonly string[]): fc.Arbitrary<unknown> {
  const properties = asSchema(schema.properties) ?? {};
  const required = requiredOf(schema);
  const only = oneFormOf(schema);
  if (only !== undefined) return fc.oneof(...only.map((form) => objectValues(form, wish, path)));
  const entries = Object.entries(properties).map(([key, value]): [string, fc.Arbitrary<unknown>] => {
    const values = schemaValues(asSchema(value) ?? {}, wish, [...path, key]);
    if (required.includes(key)) return [key, values];
    return [
      key,
      fc.oneof(
        { weight: 10 - wish.tenths, arbitrary: fc.constant(absent) },
        { weight: wish.tenths, arbitrary: values },
      ),
    ];
  });
  const own = fc.record(Object.fromEntries(entries)).map(withoutAbsent);
  const others = asSchema(schema.additionalProperties);
  if (others === undefined) return own;
  const names = schemaValues(asSchema(schema.propertyNames) ?? { type: 'string' }, wish, [...path, '*name']);
  const rest = fc.dictionary(names.map(String), schemaValues(others, wish, [...path, '*']), { minKeys: 1, maxKeys: 2 });
  return fc.tuple(own, rest).map(([a, b]) => ({ ...a, ...b }));
}

function withoutAbsent(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== absent));
}

function requiredOf(schema: JsonSchema): readonly unknown[] {
  return Array.isArray(schema.required) ? schema.required : [];
}

/** The branches of a choice, if it is one. */
export function branchesOf(schema: JsonSchema): JsonSchema[] | undefined {
  const list = schema.type === 'object' ? undefined : (schema.anyOf ?? schema.oneOf);
  return Array.isArray(list) ? list.map((branch) => asSchema(branch) ?? {}) : undefined;
}

/** A map of which exactly one set of keys may be there (`oneOf` beside `properties`), as one schema a set. */
export function oneFormOf(schema: JsonSchema): JsonSchema[] | undefined {
  if (schema.type !== 'object' || !Array.isArray(schema.oneOf)) return undefined;
  const properties = asSchema(schema.properties) ?? {};
  return schema.oneOf.map((form) => {
    const required = requiredOf(asSchema(form) ?? {});
    const kept = Object.fromEntries(Object.entries(properties).filter(([key]) => required.includes(key)));
    return { type: 'object', properties: kept, required };
  });
}

function numbersWithin(schema: JsonSchema): number[] {
  const least = Number(schema.minimum ?? schema.exclusiveMinimum ?? -2);
  const most = Number(schema.maximum ?? Number.POSITIVE_INFINITY);
  const steps = schema.type === 'integer' ? [0, 1, 2, 3, 7] : [0, 0.05, 0.5, 1, 2.5];
  return steps
    .map((step) => least + step)
    .filter((value) => value <= most && (schema.exclusiveMinimum === undefined || value > least));
}
