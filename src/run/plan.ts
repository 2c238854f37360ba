import type { Candidate } from '../policy/policySpec.js';
import type { RevisionResult } from '../results/revisionResult.js';
import type { Routers } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';
import type { PlannedWorlds } from './worlds/plannedWorlds.js';

/** A scenario with the candidates that are to run on it. */
export interface PlannedComparison {
  readonly scenario: Scenario;
  /** Absolute folder of the scenario file, for the paths in it. */
  readonly folder: string;
  readonly hash: string;
  readonly candidates: readonly Candidate[];
  /** Of its routes, where they have some. */
  readonly routers?: Routers | undefined;
  /** sha256 of the lock that holds what servers said of its context. */
  readonly contextLock?: string | undefined;
  /** What a backtest that was kept beside the scenario says of it. */
  readonly backtested?: string;
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
export function withWorlds(
  comparisons: readonly PlannedComparison[],
  replications: readonly number[],
): readonly PlannedComparison[] {
  const parts = comparisons.flatMap(({ worlds, ...comparison }, of): PlannedComparison[] => {
    if (worlds === undefined) return [];
    const numbers = worlds.worlds.map(({ number }) => number);
    const control = numbers.filter((number) => !replications.includes(number));
    return [
      { ...comparison, of, replications: control },
      ...worlds.worlds.map(({ scenario, number }) => ({ ...comparison, scenario, of, replications: [number] })),
    ];
  });
  return [...comparisons, ...parts];
}

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
export function firstRounds(comparisons: readonly PlannedComparison[], replications: readonly number[]): Round[] {
  return withWorlds(comparisons, replications).map(({ candidates, of, replications: own }, comparisonIndex) => ({
    comparisonIndex,
    candidateIndexes: candidates.map((_, index) => index),
    replications: own ?? replications,
    isFirst: of === undefined,
  }));
}

/**
 * Every run of some rounds.
 *
 * Replication by replication, so that an interrupted comparison leaves runs that can be paired. Results are collected in this
 * order, whichever worker finishes first.
 */
export function planCells(rounds: readonly Round[]): Cell[] {
  return rounds.flatMap(({ comparisonIndex, candidateIndexes, replications, isFirst }) =>
    replications.flatMap((replication, index) =>
      candidateIndexes.map((candidateIndex) => ({
        comparisonIndex,
        candidateIndex,
        replication,
        detail: isFirst && index === 0,
      })),
    ),
  );
}
