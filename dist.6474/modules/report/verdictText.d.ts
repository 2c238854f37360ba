import type { Comparison } from '../results/results.js';
/** How verdicts are reached, in one line. */
export declare const verdictsHow: string;
/** `worse`, `undecided; about 40 runs would settle it`; nothing for a measure that is not judged. */
export declare function verdictText(row: Comparison): string;
/** `unanswered in 1 of 10 runs against 0 of 10`; empty where all runs were answered. */
export declare function unansweredRunsText({ unanswered }: Pick<Comparison, 'unanswered'>): string;
/** The confidence of an interval: `95 %`, `98.75 %`. */
export declare function confidenceText({ confidence }: Pick<Comparison, 'confidence'>, space?: string): string;
