import type { Failure } from '../../results/results.js';
import { type Entrant, type Judge } from './entrant.js';
import { type Point } from './planPoints.js';
/** Runs of every setting in the first rung; each later one doubles them. */
export declare const firstRunCount = 5;
/** With so many runs a difference that is not seen yet hardly matters. */
export declare const mostRunCount = 80;
/** Runs of one setting that are asked for. */
export interface AskedRuns {
    readonly point: Point;
    /** Numbers of replications, from 0. */
    readonly replications: readonly number[];
}
/** The runs, in the order of their numbers, or what the policy failed with. */
export type PointRuns<Run> = {
    readonly runs: readonly Run[];
} | {
    readonly failure: Failure;
};
/** Why a search ended. */
export type SearchEnd = 
/** One setting is left. */
'one-left'
/** Those that are left differ by no more than matters. */
 | 'alike'
/** All runs of all that are left miss what must hold. */
 | 'none-meets' | 'most-runs' | 'budget' | 'all-failed';
export interface SearchOutcome<Run> {
    /** Every setting that had a run, in the order in which they came in. */
    readonly entrants: readonly Entrant<Run>[];
    readonly kind: 'full' | 'sample';
    readonly combinationCount: number;
    readonly end: SearchEnd;
    readonly runCount: number;
}
export interface SearchQuestion<Run> {
    /** [axis] how many values it has. */
    readonly counts: readonly number[];
    readonly seed: number;
    /** Those of some settings that can be: not a minimum above a maximum. @throws ProblemError before anything runs */
    accept?(points: readonly Point[]): Promise<readonly Point[]>;
    /** Most runs; at least those of the first rung of one setting. */
    readonly budget: number;
    readonly judge: Judge<Run>;
    run(asked: readonly AskedRuns[]): Promise<readonly PointRuns<Run>[]>;
    /** Called before each rung, from 1. */
    readonly onRung?: (rung: {
        readonly number: number;
        readonly settings: number;
        readonly runCount: number;
    }) => void;
}
/**
 * The settings worth having of all combinations, by successive halving on the same replications.
 *
 * Problem: hundreds of settings, runs that differ by chance, and a best that is only the luckiest.
 * Idea: all get five runs; each rung doubles the runs of those that are left. Of the worse half one leaves only where its own
 * runs say so (`leaveOf`), never for its rank. Runs are paired: the same replications for all, so that differences vary little.
 * Cost: at most `budget` runs.
 * @see Jamieson and Talwalkar (2016), successive halving. Deviation: it drops the worse half unseen, whatever the intervals.
 */
export declare function searchPoints<Run>(question: SearchQuestion<Run>): Promise<SearchOutcome<Run>>;
/** from, from + 1, ..., to - 1 */
export declare function numbers(from: number, to: number): number[];
