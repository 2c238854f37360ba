import { asSchema, type JsonSchema } from '../../src/base/mapSchemas.js';
import { plainSchema, resolveRef } from '../../src/scenario/jsonSchema.js';
import { branchesOf, oneFormOf } from './schemaValues.js';

/** Every key, every branch of a choice and every word of an enumeration of the scenario's JSON Schema, by name. */
export function allPlaces(): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (part: JsonSchema, name: string): void => {
    const at = nameOf(part, name);
    if (at !== name && seen.has(at)) return;
    seen.add(at);
    const schema = resolveRef(part);
    for (const [label, inner] of partsOf(schema, at)) {
      found.add(label);
      if (inner !== undefined) walk(inner, label);
    }
  };
  walk(plainSchema(), '');
  return found;
}

/** Those of them that a scenario has. */
export function placesOf(value: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (part: JsonSchema, name: string, inner: unknown): void => {
    const at = nameOf(part, name);
    const schema = resolveRef(part);
    const branches = branchesOf(schema) ?? oneFormOf(schema);
    if (branches !== undefined) {
      const index = branches.findIndex((branch) => fits(resolveRef(branch), inner));
      if (index < 0) return;
      found.add(branchName(branches[index], at, index));
      walk(branches[index], branchName(branches[index], at, index), inner);
    } else if (Array.isArray(schema.enum)) found.add(`${at}=${String(inner)}`);
    else if (Array.isArray(inner)) for (const item of inner) walk(asSchema(schema.items) ?? {}, `${at}[]`, item);
    else if (typeof inner === 'object' && inner !== null) {
      const properties = asSchema(schema.properties) ?? {};
      for (const [key, own] of Object.entries(inner)) {
        const known = asSchema(properties[key]) ?? asSchema(schema.additionalProperties);
        const label = `${at}.${properties[key] === undefined ? '*' : key}`;
        found.add(label);
        if (known !== undefined) walk(known, label, own);
      }
    }
  };
  walk(plainSchema(), '', value);
  return found;
}

/** What stands in a definition has its name, wherever it is used. */
function nameOf(part: JsonSchema, name: string): string {
  return typeof part.$ref === 'string' ? part.$ref.replace('#/$defs/', '') : name;
}

function branchName(branch: JsonSchema, at: string, index: number): string {
  const properties = Object.entries(asSchema(resolveRef(branch).properties) ?? {});
  const word = properties.flatMap(([, value]) => asSchema(value)?.const ?? [])[0];
  return `${at}#${word ?? (properties.length > 0 ? properties.map(([key]) => key).join('+') : index)}`;
}

function partsOf(schema: JsonSchema, at: string): (readonly [string, JsonSchema | undefined])[] {
  const branches = branchesOf(schema) ?? oneFormOf(schema);
  if (branches !== undefined) return branches.map((branch, index) => [branchName(branch, at, index), branch]);
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => [`${at}=${String(word)}`, undefined]);
  const items = asSchema(schema.items);
  // A list of what has a name is walked by that name, which may be that of the list.
  if (items !== undefined && typeof items.$ref === 'string') return [[`${at}[]`, items]];
  if (items !== undefined) return partsOf(items, `${at}[]`);
  const others = asSchema(schema.additionalProperties);
  return [
    ...Object.entries(asSchema(schema.properties) ?? {}).map(
      ([key, value]) => [`${at}.${key}`, asSchema(value)] as const,
    ),
    ...(others === undefined ? [] : [[`${at}.*`, others] as const]),
  ];
}

/** Whether a value is of a branch, as far as its keys and constants tell. */
function fits(schema: JsonSchema, value: unknown): boolean {
  if (schema.const !== undefined) return schema.const === value;
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  const branches = branchesOf(schema);
  if (branches !== undefined) return branches.some((branch) => fits(resolveRef(branch), value));
  if (schema.type === 'array') return Array.isArray(value);
  if (schema.type === 'object') return typeof value === 'object' && value !== null && isForm(schema, value);
  if (schema.type === 'integer' || schema.type === 'number') return typeof value === 'number';
  return schema.type === undefined || typeof value === schema.type;
}

function isForm(schema: JsonSchema, value: object): boolean {
  const properties = asSchema(schema.properties) ?? {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return (
    required.every((key) => Object.hasOwn(value, String(key))) &&
    Object.entries(value).every(([key, inner]) => {
      const own = asSchema(properties[key]);
      if (own === undefined) return asSchema(schema.additionalProperties) !== undefined;
      return own.const === undefined || own.const === inner;
    })
  );
}
