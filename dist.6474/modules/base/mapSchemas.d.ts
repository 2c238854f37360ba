/** A JSON Schema, or a part of one. */
export type JsonSchema = {
    readonly [key: string]: unknown;
};
type Change = (part: JsonSchema, key: string) => JsonSchema;
/**
 * A copy with every schema in it changed, inner ones first. What stands at the top stays, and so do definitions, which are what
 * references stand for.
 *
 * @param above the key of a map under which the schema stands; `change` gets that of each part
 */
export declare function mapSchemas(schema: JsonSchema, change: Change, above?: string): JsonSchema;
export declare function asSchema(value: unknown): JsonSchema | undefined;
export {};
