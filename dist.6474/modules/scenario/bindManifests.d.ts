import { type Problem } from '../base/problem.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
/** Candidates whose manifests have found their services. */
interface BoundCandidates {
    readonly candidates: readonly Candidate[];
    /** Services that nothing scales, because the manifest is for another one. */
    readonly warnings: readonly Problem[];
}
/**
 * Gives every manifest the services it is for: those that its target names.
 *
 * A manifest says what it scales; on another service it is another experiment, which only an explicit binding
 * (`web=hpa.yaml`) asks for. One that names no target goes to the one service there is.
 * @throws ProblemError for a manifest that is for none of the services, with how to bind it
 */
export declare function bindManifests({ services }: Pick<Scenario, 'services'>, candidates: readonly Candidate[]): BoundCandidates;
export {};
