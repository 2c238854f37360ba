import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** Texts of `policies` that name no policy, or bind one to a service that is not there: the mistake is the file's. */
export declare function policySpecFindings({ policies, services }: Scenario): Finding[];
