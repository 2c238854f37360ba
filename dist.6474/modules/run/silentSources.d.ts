import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
/** Sources that no run had a request of after the warm-up: what they were meant to test was not tested. */
export declare function silentSources({ traffic }: Pick<Scenario, 'traffic'>, runs: readonly Pick<RunResult, 'groups'>[]): string[];
