import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** Routes of the user's own API that cannot mean what they say. */
export declare function apiRouteMistakes(scenario: Scenario): Finding[];
