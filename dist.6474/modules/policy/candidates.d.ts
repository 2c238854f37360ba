import type { Candidate } from './policySpec.js';
interface CandidateRequest {
    /** `--policy` texts, or a scenario's `policies`; see `namedCandidates`. */
    readonly texts: readonly string[];
    /** Paths are relative to this folder. */
    readonly baseFolder: string;
    /** Of the scenarios: `web=hpa.yaml` binds one of them, or is a label; see `parsePolicySpec`. */
    readonly serviceNames?: readonly string[];
    /** Files must lie in this folder, if given. */
    readonly forbidOutsideOf?: string;
    /** `--metric`: manifests' names of metrics, and the scenario's. */
    readonly metricNames?: Readonly<Record<string, string>>;
}
/**
 * The candidates that `--policy` texts name, ready to cross to workers: every file is read once and bundled here.
 *
 * @throws ProblemError with exit code 2 for a text that is none or a double name, 104 for a file that cannot be used
 */
export declare function resolveCandidates({ texts, baseFolder, forbidOutsideOf, serviceNames, metricNames, }: CandidateRequest): Promise<Candidate[]>;
export {};
