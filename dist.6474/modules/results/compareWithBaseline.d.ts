import type { BaselineResult } from './baselineResult.js';
import type { RegressionLimit } from './regressionLimit.js';
import { type ResultDocument, type ScenarioResult } from './results.js';
export interface BaselineRule {
    readonly baseline: ResultDocument;
    readonly limits: readonly RegressionLimit[];
    /** Of the program that runs now. */
    readonly version: string;
    /** Measures without data pass. */
    readonly allowEmpty: boolean;
}
/** How the policies of a scenario stand against those of the same name in an earlier report; undefined where it has no such scenario. */
export declare function compareWithBaseline(scenario: ScenarioResult, rule: BaselineRule): BaselineResult | undefined;
