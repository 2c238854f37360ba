import { type JsonSchema } from './mapSchemas.js';
/** A schema without lists of types, which strict validators refuse: a choice between schemas of one type each. */
export declare function oneTypeEach(schema: JsonSchema): JsonSchema;
