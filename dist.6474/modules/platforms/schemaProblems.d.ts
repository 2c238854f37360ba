import { z } from 'zod';
import type { Place, Problem } from '../base/problem.js';
type Issue = z.core.$ZodIssue;
/** What was read by a schema: a whole document, or a part of one that has its own names. */
interface SchemaSubject {
    readonly value: unknown;
    readonly schema: z.ZodType;
    readonly reasons: SchemaReasons;
    /** Where a path of the value stands in the user's file; `isKey` points at the key itself. */
    place(path: readonly PropertyKey[], isKey?: boolean): Place;
}
/** Why a platform cannot take a value, a sentence for each kind of mistake. */
export interface SchemaReasons {
    readonly unknownKey: string;
    readonly missingKey: string;
    readonly outOfRange: string;
    readonly unknownValue: string;
    wrongType(value: unknown): string;
}
/**
 * What a schema found wrong in a manifest, as problems with a place, a reason and a fix.
 *
 * A schema's own message of three lines is taken as what, why and fix.
 */
export declare function schemaProblems(issues: readonly Issue[], subject: SchemaSubject): Problem[];
/** Why the API server of Kubernetes cannot take a value. */
export declare const apiServerReasons: SchemaReasons;
export {};
