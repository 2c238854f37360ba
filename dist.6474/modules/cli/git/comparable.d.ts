import type { Candidate } from '../../policy/policySpec.js';
import { type Past } from './pastPolicies.js';
import type { Revision } from './revision.js';
/** The past as far as it can run beside the present, and what was prepared with it. */
export interface Comparable<Prepared> extends Past {
    readonly prepared: Prepared;
}
/**
 * Prepares candidates of now together with those of the past; of the past it leaves out what cannot run here, and notes it.
 *
 * @param prepare with candidates of the past @throws ProblemError for what is wrong with those of now
 */
export declare function comparableWith<Prepared>({ notes, policies }: Past, revision: Revision, prepare: (past: readonly Candidate[]) => Promise<Prepared>): Promise<Comparable<Prepared>>;
