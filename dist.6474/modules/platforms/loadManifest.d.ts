import { type LoadedPolicy } from '../policy/policy.js';
import type { ManifestSpec } from '../policy/policySpec.js';
/**
 * A manifest as a policy, ready to start.
 *
 * @throws ProblemError when it cannot be read
 */
export declare function loadManifest(spec: ManifestSpec): LoadedPolicy;
