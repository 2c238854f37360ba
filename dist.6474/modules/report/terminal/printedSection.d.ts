import { type ScenarioResult } from '../../results/results.js';
/** What the policies printed in the run shown, and before they failed. */
export declare function printedSection({ policies, start }: ScenarioResult, isVerbose: boolean): string[];
