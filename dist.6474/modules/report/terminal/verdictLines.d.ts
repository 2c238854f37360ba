import { type ScenarioResult } from '../../results/results.js';
/** How the words beside the table are reached, and what they rest on where runs went unanswered; empty without words. */
export declare function verdictLines({ comparisons, policies }: ScenarioResult, { verbose, width }: {
    readonly verbose: boolean;
    readonly width: number;
}): string[];
/** Every difference with its interval and word, for those who ask. */
export declare function differenceLines({ comparisons }: ScenarioResult): string[];
