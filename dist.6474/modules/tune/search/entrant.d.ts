import type { Failure } from '../../results/results.js';
import type { Interval } from '../../stats/tInterval.js';
import type { Point } from './planPoints.js';
/** How runs are judged. */
export interface Judge<Run> {
    /** Which direction of the goal is better. */
    readonly better: 'lower' | 'higher';
    /** Undefined where a run has no value, or an infinitely bad one. */
    goalOf(run: Run): number | undefined;
    /** Whether runs together keep what must hold, and by how much they miss it: 0 where they do, larger is farther. */
    verdictOf(runs: readonly Run[]): {
        readonly ok: boolean;
        readonly shortfall: number;
    };
    /** Whether one run by itself misses what must hold. */
    misses(run: Run): boolean;
    /** The largest difference of goals that does not matter beside this mean. */
    marginOf(mean: number): number;
}
/** Why a setting gets no more runs of the search. */
export interface Leave {
    readonly why: 'must' | 'goal';
    /** Runs that said so. */
    readonly runCount: number;
    /** Of `goal`: 95 % interval of its paired difference to the best of that moment. */
    readonly difference?: Interval;
}
/** A setting in the search. `runs` are those of the replications 0, 1, 2, ... */
export interface Entrant<Run> {
    readonly point: Point;
    runs: readonly Run[];
    left: Leave | undefined;
    /** What its policy failed with; it takes part no longer. */
    failure: Failure | undefined;
}
/** An entrant with what its runs say. */
export interface Ranked<Run> {
    readonly entrant: Entrant<Run>;
    readonly ok: boolean;
    readonly shortfall: number;
    /** Undefined where a run has none. */
    readonly goal: number | undefined;
}
/** Best first: those that keep what must hold by their goal, then the others by how far they miss it; equals in their order. */
export declare function ranking<Run>(entrants: readonly Entrant<Run>[], judge: Judge<Run>): Ranked<Run>[];
/** Undefined where one of the runs has no value: what is infinitely late makes the mean so. */
export declare function meanGoal<Run>(runs: readonly Run[], judge: Judge<Run>): number | undefined;
/** Goal of `other` minus that of `best`, run by run, where both have one. */
export declare function goalDifference<Run>(best: Entrant<Run>, other: Entrant<Run>, judge: Judge<Run>): Interval;
/**
 * Whether a setting of the worse half goes, and why: every run of it misses what must hold, or its paired 95 % interval says
 * that its goal is worse than that of the best that keeps it.
 */
export declare function leaveOf<Run>(entrant: Entrant<Run>, best: Entrant<Run> | undefined, judge: Judge<Run>): Leave | undefined;
