import type { ScenarioResult } from '../../results/results.js';
import type { Standing } from './standing.js';
/** Between which the measures of the table lie in 90 % of the worlds; empty without worlds. */
export declare function plausibleLines(standings: readonly Standing[], scenario: ScenarioResult): string[];
