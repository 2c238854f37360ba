import { type LagRow } from '../../results/lagBudget.js';
import type { PolicyResult, ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
import type { Standing } from './standing.js';
/** The rise that took longest to answer: one that never was before all others. */
export declare function slowestRise({ lagBudget }: Pick<PolicyResult, 'lagBudget'>): LagRow | undefined;
interface LagContext {
    readonly scenario: ScenarioResult;
    readonly ink: Ink;
    readonly width: number;
}
/** Where the time between more load and enough instances goes: the slowest rise of each policy, in the run shown. */
export declare function lagLines(standings: readonly Standing[], { scenario, ink, width }: LagContext): string[];
export {};
