import type { CandidateRuns } from './candidateRuns.js';
import type { FinishedCell } from './finishedCell.js';
import type { Cell } from './plan.js';
/**
 * The replication whose pictures are shown: the median by good share, meant over the candidates, the lowest number of equals.
 *
 * One for all candidates, so that all are seen under the same traffic. Without an slo the share of offered requests that ended
 * well stands for the good share. Undefined where no replication is common to all.
 */
export declare function typicalReplication(runsByCandidate: readonly CandidateRuns[]): number | undefined;
/** The typical replication where its pictures were kept, else the first one of all candidates that has some. */
export declare function shownReplication(runsByCandidate: readonly CandidateRuns[]): number | undefined;
/**
 * The typical replication of every comparison once more, now with curves, decisions and events.
 *
 * Which one it is shows only when all have run, and keeping the curves of all would take memory without bound.
 * @param comparisons the candidates of each
 */
export declare function cellsToShow(comparisons: readonly (readonly CandidateRuns[])[]): Cell[];
/** The runs with what was seen when some of them were done again. */
export declare function addDetail(finished: readonly FinishedCell[], again: readonly FinishedCell[]): FinishedCell[];
