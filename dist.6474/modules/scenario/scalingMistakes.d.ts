import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';
/** What no fleet can keep to: bounds without a size between them, a beginning outside of them; controllers that cannot be. */
export declare function scalingMistakes(scenario: Scenario): Finding[];
