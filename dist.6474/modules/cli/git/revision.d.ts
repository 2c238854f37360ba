import { ProblemError } from '../../base/problem.js';
/** A commit of the repository that the working folder lies in. */
export interface Revision {
    /** As it was asked for: `main`. */
    readonly name: string;
    /** For names of candidates: `main`, or the begin of a commit's hash. */
    readonly label: string;
    /** Full hash. */
    readonly commit: string;
    /** Absolute folder of the working tree. */
    readonly root: string;
    /** What the reader should know about the revision itself. */
    readonly notes: readonly string[];
}
/**
 * Finds a revision.
 *
 * @param shown the option as the user wrote it, for messages
 * @throws ProblemError with exit code 104 outside a repository, or for a revision that it does not have
 */
export declare function findRevision(name: string, shown: string): Revision;
/** The path that git knows a file by; undefined outside of the repository. */
export declare function repositoryPath({ root }: Pick<Revision, 'root'>, file: string): string | undefined;
/** Something about `--against` that cannot be answered: exit code 104. */
export declare function problem(file: string, code: string, what: string, why: string, fix: string): ProblemError;
