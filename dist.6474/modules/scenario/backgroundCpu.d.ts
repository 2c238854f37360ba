import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** What burns beside requests has to leave them something, and cannot be more than there is. */
export declare function backgroundCpu({ services }: Scenario): Finding[];
