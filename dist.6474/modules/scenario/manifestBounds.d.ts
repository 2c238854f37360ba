import type { Problem } from '../base/problem.js';
import type { Candidate } from '../policy/policySpec.js';
import { type Scenario } from './schema.js';
/** Bounds of the services that come from the candidates' manifests, and what the user should know of them. */
interface ManifestBounds {
    /** As `--set` takes them. */
    readonly set: readonly string[];
    readonly notes: readonly Problem[];
}
/**
 * A manifest's own bounds are the service's, where the scenario leaves them out.
 *
 * All candidates meet the same service, so with several manifests it may have what any of them may: from the lowest minimum
 * to the highest maximum. Each keeps to its own bounds all the same, since its algorithm cuts its decisions; and `needed`, which
 * measures compare with, is one curve for all.
 * @param open key paths of bounds that the scenario does not write (`openBounds`)
 * @param candidates with manifests bound to services (`bindManifests`)
 */
export declare function manifestBounds(scenario: Pick<Scenario, 'services' | 'traffic' | 'requests'>, open: ReadonlySet<string>, candidates: readonly Candidate[]): ManifestBounds;
export {};
