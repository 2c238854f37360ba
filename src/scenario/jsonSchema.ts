import { z } from 'zod';
import { choiceLists } from '../base/variant.js';
import { scenarioSchema } from './schema.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

let cached: JsonSchema | undefined;

/** The JSON Schema of scenario files: editors complete and check with it. Choices are spelled out from their lists. */
export function scenarioJsonSchema(): JsonSchema {
  cached ??= {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'dryscale scenario',
    ...expand(scenarioSchema),
  };
  return cached;
}

/** The text of schema/scenario.schema.json. */
export function renderSchemaFile(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

/** How deep choices within choices (mixtures of mixtures) are spelled out. */
const CHOICE_DEPTH = 2;

function expand(schema: z.ZodType, depth = 0): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    cycles: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const choice = choiceLists.get(zodSchema as unknown as z.ZodType); // safe: only looked up, never called
      if (choice === undefined || depth > CHOICE_DEPTH) return;
      const { list, shorthand, bareMap } = choice;
      const bare = shorthand ? [{ type: 'string', description: 'A duration' }] : [];
      const names = list.filter((variant) => variant.schema.safeParse({}).success).map(({ name }) => name);
      const byName = names.length > 0 ? [{ enum: names }] : [];
      const byMap = list.map((variant) => ({
        type: 'object',
        description: variant.summary,
        properties: { [variant.name]: expand(variant.schema, depth + 1) },
        required: [variant.name],
        additionalProperties: false,
      }));
      const itself = bareMap === undefined ? [] : [expand(bareMap.schema, depth + 1)];
      Object.assign(jsonSchema, { anyOf: [...byName, ...bare, ...byMap, ...itself] });
    },
  });
  const { $schema: _dropped, ...rest } = json;
  return rest;
}
