import { type OpenValue } from '../openValue.js';
import { type Resource } from '../read/resource.js';
/** Whose fields they are, and where they stand. */
type FieldOwner = Pick<Resource, 'place'> & {
    readonly owner: string;
    /** Open values whose text stands in a field, by the field's dotted path. */
    readonly openTexts?: Map<string, OpenValue>;
    /** Whether text may be written as a number, as a template may. */
    readonly isLoose?: boolean;
};
/**
 * Fields as the schema takes them: numbers where a form may write text, and open values where a number or a truth value is not known.
 *
 * An open value elsewhere is only a name, so its text stands for it; a reference to a resource becomes what that resource is found by.
 * Other text is left for the schema to refuse.
 */
export declare function inFields(value: Readonly<Record<string, unknown>>, owner: FieldOwner, path?: readonly PropertyKey[]): Record<string, unknown>;
export {};
