import { type ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
/** Failures and what would make a reader misjudge the table. */
export declare function findingLines({ policies, start }: ScenarioResult, ink: Ink, width: number): string[];
/** What was done to the inputs, such as gaps of a trace that were held; how `needed` follows only for those who ask. */
export declare function noteLines({ notes }: ScenarioResult, { verbose, width }: {
    readonly verbose: boolean;
    readonly width: number;
}): string[];
