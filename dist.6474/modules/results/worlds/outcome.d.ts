import type { RunResult } from '../runResult.js';
/** How one candidate stands in one run: what decides who wins it. */
export interface Outcome {
    /** Keeps the SLO, if there is one, and every threshold. */
    readonly meets: boolean;
    /** The goal, the smaller the better; Infinity where it has no value. */
    readonly loss: number;
    /** Share of good requests; 0 for a run without requests, -1 for one that failed. */
    readonly goodShare: number;
}
/** A run that failed met nothing. */
export declare const failedOutcome: Outcome;
interface Judged {
    readonly slo?: {
        readonly objective: number;
        readonly gate: boolean;
    } | undefined;
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
    readonly duration: number;
    readonly warmup: number;
}
/** Judges one run by itself, as the reports judge all runs together. */
export declare function outcomeOf(run: RunResult, scenario: Judged, rule: {
    readonly goal: string;
    readonly allowEmpty: boolean;
}): Outcome;
/** A measure as something to have little of. */
export declare function lossOf(goal: string, value: number | null | undefined): number;
/** Negative where `a` beats `b`: it alone meets the limits, or both do and it has the better goal, or neither and it has more good. */
export declare function compareOutcomes(a: Outcome, b: Outcome): number;
/** Place of the best; of equals the first. */
export declare function winnerOf(outcomes: readonly Outcome[]): number;
export {};
