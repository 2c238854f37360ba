import { type Problem } from '../../base/problem.js';
import type { Candidate } from '../../policy/policySpec.js';
import type { FileChange, RevisionResult } from '../../results/revisionResult.js';
import { type Revision } from './revision.js';
interface PastRequest {
    readonly revision: Revision;
    /** As the user wrote it. */
    readonly scenarioFile: string;
    /** What the candidates of now were made from, and what its paths are relative to. */
    readonly texts: readonly string[];
    readonly baseFolder: string;
    /** The candidates of now, in the order of the texts. */
    readonly now: readonly Candidate[];
    /** Whether the texts are the user's, not the scenario's. */
    readonly isGiven: boolean;
    readonly metricNames: Readonly<Record<string, string>>;
    /** What a name before `=` may be, else it is a label. */
    readonly serviceNames: readonly string[];
    /** Other files that the scenario is made from: manifests and traces, as absolute paths. */
    readonly inputs: readonly string[];
}
/** One policy of now or then, and what became of it. */
interface PolicyPast {
    readonly policy: string;
    readonly state: RevisionResult['policies'][number]['state'];
    /** As it was, where it differs from what it is. */
    readonly past?: Candidate;
    readonly changes: readonly FileChange[];
}
export interface Past {
    readonly notes: readonly string[];
    readonly policies: readonly PolicyPast[];
}
/**
 * What the policies of a scenario were in a revision: each is found by its file and parameters.
 *
 * New, removed and unreadable ones are noted, never a failure: a pull request may add, remove and mend policies.
 */
export declare function pastPolicies(request: PastRequest): Promise<Past>;
/** A policy of the revision that cannot run here: the pull request that mends it must not be stopped by it. */
export declare function notComparableNote(policy: string, { name }: Pick<Revision, 'name'>, problem: Problem): string;
export {};
