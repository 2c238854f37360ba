import type { ScenarioResult } from '../../results/results.js';
import type { Standing } from './standing.js';
interface WhyContext {
    readonly scenario: ScenarioResult;
    readonly width: number;
}
/** Why each policy that misses the SLO misses it, and what to change: only what the run shown holds. */
export declare function whyLines(standings: readonly Standing[], { scenario, width }: WhyContext): string[];
export {};
