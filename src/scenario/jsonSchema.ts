import { z } from 'zod';
import { compactJson } from '../base/compactJson.js';
import { asSchema, type JsonSchema, mapSchemas } from '../base/mapSchemas.js';
import { oneTypeEach } from '../base/oneTypeEach.js';
import { schemaHead } from '../base/schemaHead.js';
import { refTo, shareRepeats } from '../base/shareRepeats.js';
import { choiceLists } from '../base/variant.js';
import { cloudSchema } from '../cloud/settings.js';
import { faultSchema } from '../faults/kinds/index.js';
import { gatewaySchema } from '../gateway/settings.js';
import { telemetrySchema } from '../telemetry/settings.js';
import { sourceSettings } from '../traffic/sources/index.js';
import { callingClassSchema, entranceServiceSchema, scenarioSchema } from './schema.js';

let cached: JsonSchema | undefined;

/**
 * The JSON Schema of scenario files: editors complete and check with it. Each choice among variants is a definition of its own,
 * made from its list, and so is whatever stands in it more than once.
 */
function scenarioJsonSchema(): JsonSchema {
  return shareRepeats(mapSchemas(plainSchema(), withoutSafeBounds));
}

/** That whole numbers end at 2^53, the loader says where somebody gets there; editors need not. */
function withoutSafeBounds(part: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(part).filter(
      ([key, value]) =>
        !(key === 'maximum' && value === Number.MAX_SAFE_INTEGER) &&
        !(key === 'minimum' && value === Number.MIN_SAFE_INTEGER),
    ),
  );
}

/** The text of schema/scenario.schema.json. */
export function renderSchemaFile(): string {
  return compactJson(scenarioJsonSchema());
}

/** The schema before its repeats are shared, which takes time and only saves room. */
export function plainSchema(): JsonSchema {
  cached ??= build();
  return cached;
}

/** What a part of the plain schema stands for: itself, or the definition that it refers to. */
export function resolveRef(part: JsonSchema): JsonSchema {
  const name = typeof part.$ref === 'string' ? part.$ref.replace('#/$defs/', '') : undefined;
  if (name === undefined) return part;
  const { $ref: _ref, ...own } = part;
  return { ...asSchema(asSchema(plainSchema().$defs)?.[name]), ...own };
}

/** Parts with a folder of their own, and so a definition. */
const sections: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [sourceSettings, 'source'],
  [callingClassSchema, 'requestClass'],
  [entranceServiceSchema, 'service'],
  [gatewaySchema, 'gateway'],
  [telemetrySchema, 'telemetry'],
  [cloudSchema, 'cloud'],
  [faultSchema, 'fault'],
]);

function build(): JsonSchema {
  const $defs: Record<string, JsonSchema> = {};
  const root = convert(scenarioSchema, $defs);
  return oneTypeEach({ ...schemaHead('scenario'), ...root, $defs });
}

type Choice = NonNullable<ReturnType<typeof choiceLists.get>>;

function convert(schema: z.ZodType, $defs: Record<string, JsonSchema>): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    cycles: 'ref',
    override: ({ zodSchema, jsonSchema, path }) => {
      const own = zodSchema as unknown as z.ZodType; // safe: only looked up and converted, never changed
      const choice = choiceLists.get(own);
      if (choice !== undefined) Object.assign(jsonSchema, refTo(define(choice, $defs)));
      const section = path.length === 0 ? undefined : sections.get(own);
      if (section === undefined) return;
      $defs[section] ??= convert(own, $defs);
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, refTo(section));
    },
  });
  const { $schema: _dropped, $defs: named = {}, ...rest } = json;
  // What refers to itself has its name by `meta({ id })`.
  for (const [name, part] of Object.entries(named)) $defs[name] ??= asSchema(part) ?? {};
  return rest;
}

/** Puts a choice among the definitions, once. @returns its name there */
function define(choice: Choice, $defs: Record<string, JsonSchema>): string {
  const { what, list, shorthand, bareMap } = choice;
  const name = what.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn($defs, name)) return name;
  // Distributions hold distributions: the name is there before its definition.
  $defs[name] = {};
  const names = list.filter((variant) => variant.schema.safeParse({}).success).map((variant) => variant.name);
  const byName = names.length > 0 ? [{ enum: names }] : [];
  const short = shorthand === undefined ? [] : [convert(shorthand.schema, $defs)];
  const byMap = list.map((variant) => ({
    type: 'object',
    description: variant.summary,
    properties: { [variant.name]: convert(variant.schema, $defs) },
    required: [variant.name],
    additionalProperties: false,
  }));
  const itself = bareMap === undefined ? [] : [convert(bareMap.schema, $defs)];
  $defs[name] = { anyOf: [...byName, ...short, ...byMap, ...itself] };
  return name;
}
