import type { ResourceKind } from '../read/schemas.js';
/** A resource's attributes in the API's names, and for each path of them the path in the file. */
interface ApiValue {
    readonly value: Readonly<Record<string, unknown>>;
    readonly paths: ReadonlyMap<string, readonly PropertyKey[]>;
}
/** Turns the attributes of one resource into the fields of the API. O(size). */
export declare function apiValue(kind: ResourceKind, values: Readonly<Record<string, unknown>>): ApiValue;
export {};
