import { type GateRule } from '../../results/judged.js';
import { type ScenarioResult } from '../../results/results.js';
/** How much of a scenario is shown. */
export type SectionDetail = 'full' | 'noCurves' | 'short';
/** Whether nothing of a scenario fails the command. */
export declare function passes(scenario: ScenarioResult, gate: GateRule): boolean;
/** One scenario: the answer, the table, and what it rests on. */
export declare function scenarioSection(scenario: ScenarioResult, gate: GateRule, detail: SectionDetail): string[];
