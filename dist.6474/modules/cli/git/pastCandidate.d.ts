import type { Candidate } from '../../policy/policySpec.js';
import { type Revision } from './revision.js';
import type { Snapshot } from './snapshot.js';
interface PastText {
    /** A `--policy` text, or one of a scenario's `policies`. */
    readonly text: string;
    /** What its paths are relative to: an absolute folder of the working tree, which need not be there any more. */
    readonly baseFolder: string;
    readonly metricNames: Readonly<Record<string, string>>;
    /** What a name before `=` may be; left out, it always is a service. */
    readonly serviceNames?: readonly string[];
}
/** The candidates of one text as they are in a revision. */
interface PastCandidates {
    /** In the order of the text; empty where a file is missing. */
    readonly candidates: readonly Candidate[];
    /** Files that the revision does not have, as paths of the repository. */
    readonly missing: readonly string[];
    /** [path] what it was called then. */
    readonly formerNames: Readonly<Record<string, string>>;
}
/**
 * Reads the policies of a text from a revision. A file outside of the repository has no past: it is taken as it is.
 *
 * @throws ProblemError for a policy that cannot be read, with its place in the revision
 */
export declare function pastCandidates({ text, baseFolder, metricNames, serviceNames }: PastText, revision: Revision, snapshot: Snapshot): Promise<PastCandidates>;
/** The candidate's name with the revision, before its parameters: `hpa@main?target=0.7`. */
export declare function nameAt(name: string, { label }: Revision): string;
export {};
