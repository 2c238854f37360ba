import type { Place } from '../../base/problem.js';
/** A value that the document does not hold: a parameter without a default, another stack's export, a resource's name. */
export declare class OpenValue {
    /** How sentences name it: `${Ceiling}`, `service/core/${Name}`; what stands for a resource is its logical id. */
    readonly text: string;
    /** What would close it, as `?NAME=VALUE` takes it; empty where only the field itself can be given. */
    readonly names: readonly string[];
    /** The logical id of a resource of the document, when the value is nothing but a reference to it. */
    readonly resource: string | undefined;
    /** The field that it stands in, once it has come to one. */
    readonly field: OpenField | undefined;
    constructor(text: string, names: readonly string[], also?: {
        resource?: string;
        field?: OpenField;
    });
    /** The same value, in a field. */
    in(field: OpenField): OpenValue;
}
interface OpenField {
    /** `MaxCapacity`, as `?NAME=VALUE` takes it too. */
    readonly name: string;
    /** The resource's title. */
    readonly owner: string;
    readonly where: Place;
}
/** A number of a manifest, or what stands for one that is not known. */
export type Amount = number | OpenValue;
export declare function isOpen(value: unknown): value is OpenValue;
/** The opposite of a truth value; of one that is open the same, for only its text is used. */
export declare function notOf(value: boolean | OpenValue): boolean | OpenValue;
export {};
