import { type ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
interface SummaryContext {
    readonly ink: Ink;
    readonly width: number;
}
/** Several scenarios at one glance: what each policy costs in each, and whether it meets what is asked for. */
export declare function summaryLines(scenarios: readonly ScenarioResult[], { ink, width }: SummaryContext): string[];
export {};
