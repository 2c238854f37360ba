import type { Params } from '../policy/policy.js';
/** A field of a manifest: the keys and indexes that lead to it. */
export type FieldPath = readonly (string | number)[];
/** A field that a parameter has replaced. */
export interface FieldChange {
    readonly path: FieldPath;
    readonly value: number | string | boolean;
}
/** A field that a document may leave out: its dotted path, or a value that is known by a name of its own. */
export type Settable = string | NamedValue;
/** A value that fields take theirs from, as a parameter of a CloudFormation template. */
interface NamedValue {
    /** Dotted; a parameter names it by its end, as a field: `Parameters.Ceiling`. */
    readonly name: string;
    /** Where it is written. */
    readonly path: FieldPath;
    /** Whether a field is nothing but this value, so that one name may mean both. */
    covers(field: unknown): boolean;
}
/** What came of the parameters that a user gave: names that meant no field, or several. */
interface AppliedParams {
    readonly value: unknown;
    /** Parameters that this document took. */
    readonly taken: readonly string[];
    /** What they changed. */
    readonly changes: readonly FieldChange[];
    /** Parameters that fit several fields, with the paths that tell them apart. */
    readonly ambiguous: readonly {
        readonly name: string;
        readonly paths: readonly string[];
    }[];
}
/**
 * A copy of a document with scalar fields replaced.
 *
 * A parameter is named by the end of a field's path: `minReplicas`, or `scaleUp.policies.0.value` where `value` alone would
 * be several. A field the document leaves out may be set if its platform lists it.
 */
export declare function applyParams(value: unknown, params: Params, { optional, isExpression }: ParamFields): AppliedParams;
/** A copy of a document with fields replaced. */
export declare function withChanges(value: unknown, changes: readonly FieldChange[]): unknown;
/** What a platform says of a document's fields. */
export interface ParamFields {
    readonly optional: readonly Settable[];
    /** Maps that stand for one value. */
    readonly isExpression?: ((value: unknown) => boolean) | undefined;
}
/** The field of a manifest that is most like a name; undefined when none is close. */
export declare function nearestField(value: unknown, { optional, isExpression }: ParamFields, name: string): string | undefined;
export {};
