import type { Place, Problem } from '../../../base/problem.js';
import type { OpenValue } from '../openValue.js';
import type { ResourceKind } from './schemas.js';
/** One policy, group, target or alarm of a manifest, brought to the names of the AWS APIs, whatever form it came in. */
export interface Resource {
    readonly kind: ResourceKind;
    /** How other resources of the same document refer to it; undefined where only names do. */
    readonly reference: string | undefined;
    /** A name to speak of it by when it has none of its own. */
    readonly title: string;
    /** In the API's names; not yet checked. Numbers and truth values may be open. */
    readonly value: Readonly<Record<string, unknown>>;
    /** Open values whose text stands in a field, by the field's dotted path. */
    readonly openTexts?: ReadonlyMap<string, OpenValue>;
    /** A condition that is open: without it the resource is not there. */
    readonly deployedIf?: OpenValue;
    /** Where a field of `value` stands in the file. */
    place(path: readonly PropertyKey[], isKey?: boolean): Place;
}
/** What a form of manifest gives: its resources, and what it could not make one of. */
export interface ResourceList {
    readonly resources: readonly Resource[];
    /** Resources whose Condition is false. */
    readonly undeployed?: readonly Undeployed[];
    readonly problems: readonly Problem[];
    readonly warnings: readonly Problem[];
}
interface Undeployed {
    readonly resource: Resource;
    readonly condition: string;
}
/** How a resolved reference to another resource of the document is written into a field. */
export declare function referenceText(id: string): string;
/** The name in a field that may be a reference: what a reader would call it. */
export declare function nameIn(field: string): string;
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
/** Any value of a document as text: `String` would call what a user may have named `toString`. */
export declare function textOf(value: unknown): string;
export {};
