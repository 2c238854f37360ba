import type { CellOutcome } from '../cellTask.js';
import type { FinishedCell } from '../finishedCell.js';
import type { PlannedComparison } from '../plan.js';

/** How the runs of the worlds ended, and those at the stated values beside them. */
export interface WorldRuns {
  /** [world][candidate] */
  readonly worlds: readonly (readonly (CellOutcome | undefined)[])[];
  /** [world][candidate] with the world's replication number. */
  readonly control: readonly (readonly (CellOutcome | undefined)[])[];
}

/** The runs of the worlds of one comparison, out of all that finished. `all` is what `withWorlds` gives. */
export function worldRunsOf(
  comparisonIndex: number,
  all: readonly PlannedComparison[],
  finished: readonly FinishedCell[],
): WorldRuns {
  const comparison = all[comparisonIndex];
  const byCell = new Map(finished.map((one) => [keyOf(one.cell), one.outcome]));
  const parts = all.flatMap((one, index) => (one.of === comparisonIndex ? [index] : []));
  const [control, ...worlds] = parts;
  const rowOf = (index: number, replication: number) =>
    comparison.candidates.map((_, candidateIndex) =>
      byCell.get(keyOf({ comparisonIndex: index, candidateIndex, replication })),
    );
  const numbers = comparison.worlds?.worlds.map(({ number }) => number) ?? [];
  return {
    worlds: numbers.map((number, index) => rowOf(worlds[index], number)),
    control: numbers.map((number) => {
      const ofPlan = rowOf(comparisonIndex, number);
      return ofPlan.every((outcome) => outcome === undefined) ? rowOf(control, number) : ofPlan;
    }),
  };
}

function keyOf({
  comparisonIndex,
  candidateIndex,
  replication,
}: Pick<FinishedCell['cell'], 'comparisonIndex' | 'candidateIndex' | 'replication'>): string {
  return `${comparisonIndex}/${candidateIndex}/${replication}`;
}
