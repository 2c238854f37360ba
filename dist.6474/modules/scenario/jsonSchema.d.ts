import { type JsonSchema } from '../base/mapSchemas.js';
/** The text of schema/scenario.schema.json. */
export declare function renderSchemaFile(): string;
/** The schema before its repeats are shared, which takes time and only saves room. */
export declare function plainSchema(): JsonSchema;
/** What a part of the plain schema stands for: itself, or the definition that it refers to. */
export declare function resolveRef(part: JsonSchema): JsonSchema;
