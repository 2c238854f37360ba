import type { Allowance } from '../engine/limits/allowance.js';
import type { CellPool, RunningCell } from './cellPool.js';
import type { KeptRuns } from './keptRuns.js';
import type { Cell, PlannedComparison } from './plan.js';

interface CellOptions {
  readonly environment?: string;
  readonly allowance?: Allowance;
  readonly eventsPath?: string;
  readonly kept?: KeptRuns;
  readonly signal: AbortSignal;
}

/**
 * Submits runs. One that fails cancels the later ones of its candidate, never the earlier ones: which failure is reported
 * must not depend on which worker was faster.
 */
export function startCells(
  pool: CellPool,
  cells: readonly Cell[],
  comparisons: readonly PlannedComparison[],
  options: CellOptions,
): RunningCell[] {
  const cancels = cells.map(() => new AbortController());
  return cells.map((cell, index) => {
    const { scenario, folder, candidates, routers } = comparisons[cell.comparisonIndex];
    const candidate = candidates[cell.candidateIndex];
    const label = {
      scenario: scenario.name,
      policy: candidate.name,
      source: candidate.source,
      seed: scenario.seed,
      replication: cell.replication,
    };
    const task = {
      scenario,
      scenarioFolder: folder,
      bindings: candidate.bindings,
      ...(routers === undefined ? {} : { routers }),
      replication: cell.replication,
      detail: cell.detail,
      environment: options.environment,
      allowance: options.allowance,
      eventsPath: options.eventsPath,
    };
    const known = options.kept?.find(task);
    if (known !== undefined) {
      const outcome = Promise.resolve({ type: 'done' as const, result: known });
      return { label, virtualSeconds: () => scenario.duration, outcome };
    }
    const run = pool.run(task, label, AbortSignal.any([options.signal, cancels[index].signal]));
    run.outcome.then((outcome) => {
      if (outcome.type === 'done') options.kept?.keep(task, outcome.result);
      if (outcome.type !== 'failed') return;
      for (const [later, other] of cells.entries()) {
        if (later > index && isSameCandidate(other, cell, comparisons)) cancels[later].abort();
      }
    });
    return run;
  });
}

/** In a world that was drawn, too, where it fails in the comparison itself. */
function isSameCandidate(later: Cell, failed: Cell, comparisons: readonly PlannedComparison[]): boolean {
  const isSame =
    later.comparisonIndex === failed.comparisonIndex ||
    comparisons[later.comparisonIndex].of === failed.comparisonIndex;
  return isSame && later.candidateIndex === failed.candidateIndex;
}
