import { type Problem } from '../base/problem.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
/**
 * Reads the manifests among the candidates against the services they will scale.
 *
 * @returns what the user should know and need not mend: fields that have no effect here, what the linter says of this
 *   manifest on this service, a Deployment beside it that the scenario differs from, names of `--metric` that nothing uses
 * @throws ProblemError for a manifest that is wrong, or that cannot work on its service
 */
export declare function checkManifests(scenario: Scenario, candidates: readonly Candidate[]): Problem[];
