import type { Candidate } from '../../policy/policySpec.js';
import type { GitReference } from './gitReference.js';
import { type Revision } from './revision.js';
/** The policy of `git:REV:PATH`. */
export interface GitCandidate {
    /** Named `target-cpu@main`. */
    readonly candidate: Candidate;
    /** Of the repository. */
    readonly path: string;
}
/**
 * The one policy that `git:REV:PATH` names, as it is in the revision.
 *
 * @throws ProblemError with exit code 104 for a path that the revision does not have
 */
export declare function readGitCandidate({ text, params }: GitReference, path: string, revision: Revision): Promise<GitCandidate>;
