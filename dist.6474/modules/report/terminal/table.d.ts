import type { ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
import { type Standing } from './standing.js';
interface TableContext {
    readonly scenario: ScenarioResult;
    /** Reference first. */
    readonly standings: readonly Standing[];
    readonly reference: string;
    readonly chosen: string | undefined;
    readonly ink: Ink;
    /** Characters of a line. */
    readonly width: number;
}
/** The table of all policies that ran, one line each. */
export declare function tableLines(context: TableContext): string[];
/** Where the quantile falls among requests that were not answered well, their share. */
export declare function latencyCell({ policy }: Standing): string;
/** Reversals an hour of the measured span. */
export declare function flapsCell({ policy }: Standing, { duration_s, warmup_s }: ScenarioResult): string;
export {};
