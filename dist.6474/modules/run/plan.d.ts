import type { Candidate } from '../policy/policySpec.js';
import type { RevisionResult } from '../results/revisionResult.js';
import type { Scenario } from '../scenario/schema.js';
import type { PlannedWorlds } from './worlds/plannedWorlds.js';
/** A scenario with the candidates that are to run on it. */
export interface PlannedComparison {
    readonly scenario: Scenario;
    /** Absolute folder of the scenario file, for the paths in it. */
    readonly folder: string;
    readonly hash: string;
    readonly candidates: readonly Candidate[];
    /** How they stand to a revision of the repository, where they are compared with one. */
    readonly revision?: RevisionResult;
    /** Worlds that the candidates run, too. */
    readonly worlds?: PlannedWorlds;
    /** Of a part of another comparison, one of its worlds or its control: the place of that comparison. */
    readonly of?: number;
    /** Replications of its own, in place of those of the plan. */
    readonly replications?: readonly number[];
}
/**
 * Comparisons with what their worlds add, in the order in which all runs: the comparisons, then of each its control, the runs at
 * the stated values that the plan does not have, and its worlds.
 */
export declare function withWorlds(comparisons: readonly PlannedComparison[], replications: readonly number[]): readonly PlannedComparison[];
/** One run to be done: which comparison, which candidate, which replication. */
export interface Cell {
    readonly comparisonIndex: number;
    readonly candidateIndex: number;
    readonly replication: number;
    /** Keeps curves, decisions and events. */
    readonly detail: boolean;
}
/** Replications to be done on one comparison. */
export interface Round {
    readonly comparisonIndex: number;
    readonly candidateIndexes: readonly number[];
    readonly replications: readonly number[];
    /** Whether its first replication keeps curves, decisions and events: what an interrupted comparison can show. */
    readonly isFirst: boolean;
}
/** The first round of every comparison, and of what `withWorlds` adds to it. */
export declare function firstRounds(comparisons: readonly PlannedComparison[], replications: readonly number[]): Round[];
/**
 * Every run of some rounds.
 *
 * Replication by replication, so that an interrupted comparison leaves runs that can be paired. Results are collected in this
 * order, whichever worker finishes first.
 */
export declare function planCells(rounds: readonly Round[]): Cell[];
