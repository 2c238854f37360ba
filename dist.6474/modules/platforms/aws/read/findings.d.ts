import type { Problem } from '../../../base/problem.js';
import { type OpenValue } from '../openValue.js';
import type { Resource } from './resource.js';
import { type ResourceKind, type ResourceValue } from './schemas.js';
/** A resource's value, in which numbers and truth values may be open. */
export type Opened<Value> = Value extends number | boolean ? Value | OpenValue : Value extends readonly (infer Item)[] ? readonly Opened<Item>[] : Value extends object ? {
    readonly [Key in keyof Value]: Opened<Value[Key]>;
} : Value;
export type OpenedValue<Kind extends ResourceKind> = Opened<ResourceValue<Kind>>;
/** Problems and warnings of one group, collected while it is read, so that all are told at once. */
export declare class Findings {
    readonly problems: Problem[];
    readonly warnings: Problem[];
    constructor(problems?: readonly Problem[], warnings?: readonly Problem[]);
    problem(problem: Problem): void;
    /** A field that is valid there and does nothing here. */
    notSimulated(resource: Resource, field: {
        readonly path: readonly PropertyKey[];
        readonly effect: string;
    }): void;
    /** The resource's checked value; undefined when its problems were noted. */
    parse<Kind extends ResourceKind>(kind: Kind, resource: Resource): OpenedValue<Kind> | undefined;
}
