import type { Problem } from '../base/problem.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
/** A file of deployed workloads: its path, or its text under a name for messages. */
export type ManifestSource = string | {
    readonly file: string;
    readonly text: string;
};
/** Settings of a scenario that come from deployed workloads, and what the user should know of them. */
interface WorkloadSets {
    /** As `--set` takes them. */
    readonly set: readonly string[];
    readonly notes: readonly Problem[];
}
/**
 * What the files of `--manifest` say of the services, and the workloads that stand in the candidates' own manifests.
 *
 * @throws ProblemError when a file of `--manifest` cannot be read or has no workload that fits
 */
export declare function workloadSets(scenario: Scenario, candidates: readonly Candidate[], sources: readonly ManifestSource[]): WorkloadSets;
export {};
