import type { GateRule } from '../../results/judged.js';
import type { ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
import type { Standing } from './standing.js';
interface Limits {
    readonly chosen: string | undefined;
    /** No policy failed. */
    readonly isAll: boolean;
    readonly width: number;
}
/** The choice first, as the answer is about it; with each other policy the threshold it misses by most. */
export declare function thresholdLines(standings: readonly Standing[], { chosen, isAll, width }: Limits): string[];
/** What fails the command, so that an exit code of 99 never comes without a word. */
export declare function gateLines(scenario: ScenarioResult, gate: GateRule | undefined, { ink, width }: {
    readonly ink: Ink;
    readonly width: number;
}): string[];
export {};
