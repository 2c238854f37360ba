import type { Candidate } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
/** By service and candidate: how late what it sees will be, and who says so. Who sees nothing is left out. */
type Lateness = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
/** How late metrics will be, before anything runs. @throws ProblemError for a manifest that cannot be read */
export declare function latenessOf({ services, telemetry }: Scenario, candidates: readonly Candidate[]): Lateness;
export {};
