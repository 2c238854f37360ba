import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** A speed that does more cpu time a second than the instance has processors. */
export declare function speedAboveVcpus({ services }: Scenario): Finding[];
