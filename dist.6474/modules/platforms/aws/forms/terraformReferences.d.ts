import type { ResourceKind } from '../read/schemas.js';
/** What the values of a plan cannot say yet, because the names are made when it is applied. */
export interface PlannedReferences {
    /** Fields of a resource that refer to other resources, in the API's names. */
    fieldsOf(kind: ResourceKind, address: string): [string, unknown][];
    /** An address without the keys of `count` and `for_each`. */
    baseAddress(address: string): string;
}
/** Reads the `configuration` of a plan; a state has none, and knows everything. */
export declare function plannedReferences(document: unknown): PlannedReferences;
/** What stands in the configuration of each resource of a plan, by its address without keys. */
export declare function plannedExpressions(document: unknown): Map<string, Readonly<Record<string, unknown>>>;
