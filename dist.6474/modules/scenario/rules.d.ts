import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** Checks across keys, one named rule each. */
export declare function checkRules(scenario: Scenario): Finding[];
