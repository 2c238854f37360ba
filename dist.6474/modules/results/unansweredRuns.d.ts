import type { Comparison, PolicyResult } from './results.js';
/** In how many runs of two policies a measure lies among unanswered requests. */
interface UnansweredPairs {
    readonly counts: NonNullable<Comparison['unanswered']>;
    /** Pairs in which only one of them does. */
    readonly onlyA: number;
    readonly onlyB: number;
}
/** A measure of a policy; two documents may name the same one differently. */
interface Side {
    readonly policy: PolicyResult;
    readonly measure: string;
}
/** Run by run, of the replications in which both say whether it was answered; undefined where all were. */
export declare function unansweredPairs(a: Side, b: Side): UnansweredPairs | undefined;
/**
 * Better or worse where the pairs that differ fall to one side more often than chance allows; else undecided.
 *
 * One run more or less among unanswered requests is what chance does to equal policies all the time.
 */
export declare function compareUnanswered({ counts: { runs }, onlyA, onlyB }: UnansweredPairs): {
    readonly verdict: 'better' | 'worse' | 'undecided';
    readonly runs: {
        readonly runs_needed?: number;
    };
};
/** The same of runs that are not paired: Fisher's exact test on the two counts. */
export declare function compareUnpairedRuns(a: Side, b: Side): {
    readonly ofA: {
        hitCount: number;
        runCount: number;
    };
    readonly ofB: {
        hitCount: number;
        runCount: number;
    };
    readonly verdict: "better" | "undecided" | "worse";
};
/** Reason of a null that stands for "infinitely late", unlike the others, which stand for "no data". */
export declare const unanswered = "unanswered";
export {};
