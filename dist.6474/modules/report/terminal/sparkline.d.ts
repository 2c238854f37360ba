import type { PolicyResult, ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
interface CurveContext {
    readonly scenario: ScenarioResult;
    readonly unicode: boolean;
    readonly ink: Ink;
    /** Characters of a line. */
    readonly width: number;
}
/** Needed and ready instances of the run shown over time, with a mark where the SLO is missed or instances are short. Empty without timelines. */
export declare function curveLines(policies: readonly PolicyResult[], context: CurveContext): string[];
export {};
