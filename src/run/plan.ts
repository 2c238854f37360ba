import type { Candidate } from '../policy/policySpec.js';
import type { Scenario } from '../scenario/schema.js';

/** A scenario with the candidates that are to run on it. */
export interface Contest {
  readonly scenario: Scenario;
  /** Absolute folder of the scenario file, for the paths in it. */
  readonly folder: string;
  readonly hash: string;
  readonly candidates: readonly Candidate[];
}

/** One run to be done: which contest, which candidate, which replication. */
export interface Cell {
  readonly contestIndex: number;
  readonly candidateIndex: number;
  readonly replication: number;
  /** Keeps curves, decisions and events: the first replication of each candidate. */
  readonly detail: boolean;
}

/**
 * Every run of a comparison.
 *
 * Replication by replication, so that an interrupted comparison leaves runs that can be paired. Results are collected in this
 * order, whichever worker finishes first.
 */
export function planCells(contests: readonly Contest[], replications: readonly number[]): Cell[] {
  return contests.flatMap(({ candidates }, contestIndex) =>
    replications.flatMap((replication, index) =>
      candidates.map((_, candidateIndex) => ({ contestIndex, candidateIndex, replication, detail: index === 0 })),
    ),
  );
}
