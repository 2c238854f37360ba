import type { Regression } from '../results/baselineResult.js';
import type { ScenarioResult } from '../results/results.js';
/** `cost_usd of target-cpu is 6.0 % worse than the baseline (5.9 % to 6.1 %); the limit is 5 %` */
export declare function regressionText(regression: Regression): string;
/** The word for an outcome: what it does to the pipeline. */
export declare function regressionWord({ outcome, ok, level }: Regression): 'ok' | 'warning' | 'failed';
/** The baseline's part of the terminal: what the reader must know of it, then one line a limit, the worst first. */
export declare function regressionLines({ name, baseline, revision }: ScenarioResult): string[];
/** Said where the mean alone would have failed. */
export declare function unclearText({ outcome, reason }: Regression): string;
