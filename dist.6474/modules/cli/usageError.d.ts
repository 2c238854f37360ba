import { ProblemError } from '../base/problem.js';
/** A command line that cannot be carried out: exit code 2. */
export declare function usageError(problem: {
    readonly code: string;
    readonly what: string;
    readonly why: string;
    readonly fix: string;
}): ProblemError;
/** A name that is none of the known ones. */
export declare function unknownName(what: string, name: string, known: readonly string[]): ProblemError;
/** Two options of which only one can be meant. */
export declare function conflicting(one: string, other: string, why: string): ProblemError;
