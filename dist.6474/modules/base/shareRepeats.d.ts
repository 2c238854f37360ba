import { type JsonSchema } from './mapSchemas.js';
/**
 * A schema with the parts that stand in it more than once moved to `$defs`, the largest first.
 *
 * A place keeps its default, and what it says otherwise, beside the reference. A part is named by its title, else by the
 * key that it first stood under.
 */
export declare function shareRepeats(schema: JsonSchema): JsonSchema;
export declare function refTo(name: string): JsonSchema;
