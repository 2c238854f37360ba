import type { ExitCode } from '../base/exitCode.js';
import type { Problem } from '../base/problem.js';
import { ProblemError } from '../base/problem.js';
import type { Allowance } from '../engine/limits/allowance.js';
import type { ScenarioResult } from '../results/results.js';
import type { CandidateRuns } from './candidateRuns.js';
import { CellPool } from './cellPool.js';
import type { CellOutcome } from './cellTask.js';
import type { FinishedCell } from './finishedCell.js';
import type { KeptRuns } from './keptRuns.js';
import { needsProcess } from './needsProcess.js';
import { type Cell, firstRounds, type PlannedComparison, planCells, type Round, withWorlds } from './plan.js';
import { type GoalStatus, type PrecisionGoal, statusOf } from './precisionGoal.js';
import { ProgressMeter } from './progressMeter.js';
import { scenarioResult } from './scenarioResult.js';
import { addDetail, cellsToShow } from './shownReplication.js';
import { startCells } from './startCells.js';
import { worldRunsOf } from './worlds/worldRunsOf.js';

export type { FinishedCell } from './finishedCell.js';

export interface CompareOptions {
  /** Numbers of the replications, from 0. */
  readonly replications: readonly number[];
  /** Adds replications after these until it is reached. */
  readonly precision?: PrecisionGoal;
  readonly workerCount: number;
  readonly workerFile?: string;
  /** observation.context.environment */
  readonly environment?: string;
  /** How much each run may take. */
  readonly allowance?: Allowance;
  /** Absolute path for the events of the one run there is. */
  readonly eventsPath?: string;
  /** Name of the candidate the others are compared with; the first when left out. */
  readonly reference?: string;
  /** Thresholds without data pass. */
  readonly allowEmpty: boolean;
  /** Leaves out the other cells of the plan, counted from 0: one part of a comparison that several machines share. */
  readonly isMine?: (cellIndex: number) => boolean;
  /** Runs that need not be done again, and where those go that finish. */
  readonly kept?: KeptRuns;
  /** Ends what is running; what has finished is kept. */
  readonly signal: AbortSignal;
  /** Called a few times a second with the share that is done, 0..1. */
  readonly onProgress?: (share: number) => void;
}

export interface CompareOutcome {
  readonly scenarios: readonly ScenarioResult[];
  readonly completedCount: number;
  readonly totalCount: number;
  /** Every run with how it ended, in the order of the plan. */
  readonly cells: readonly FinishedCell[];
}

/** Runs between two looks at the precision: each look is another chance to stop by luck. */
const roundSize = 5;

/** A mistake of dryscale inside a worker, with the stack of the worker. */
export class WorkerBugError extends Error {
  override readonly name = 'WorkerBugError';
  constructor(message: string, stack: string) {
    super(message);
    this.stack = stack;
  }
}

/**
 * Runs every candidate on every scenario and compares them.
 *
 * The results depend on nothing but the comparisons and the options that name runs: not on the workers, nor on which
 * finishes first.
 * @throws ProblemError when an input turns out damaged while running
 */
export async function runPlannedComparisons(
  comparisons: readonly PlannedComparison[],
  options: CompareOptions,
): Promise<CompareOutcome> {
  const { onProgress, precision, workerFile, signal } = options;
  const all = withWorlds(comparisons, options.replications);
  let rounds = firstRounds(comparisons, options.replications);
  const mostCells = precision === undefined ? planCells(rounds).length : Number.POSITIVE_INFINITY;
  const pool = new CellPool({
    workerCount: Math.max(1, Math.min(options.workerCount, mostCells)),
    memoryBytes: options.allowance?.memoryBytes,
    isTogether: comparisons.some(({ candidates }) => candidates.some(({ bindings }) => needsProcess(bindings))),
    ...(workerFile === undefined ? {} : { workerFile }),
  });
  const meter = onProgress && new ProgressMeter(all, onProgress);
  let finished: FinishedCell[] = [];
  let later = comparisons.map(() => 0);
  try {
    while (rounds.length > 0) {
      const cells = cellsOf(rounds, comparisons, options);
      const running = startCells(pool, cells, all, options);
      meter?.follow(cells, running, later);
      const outcomes = await Promise.all(running.map((run) => run.outcome.then(throwProblems)));
      finished.push(...cells.map((cell, index) => ({ cell, outcome: outcomes[index] })));
      if (precision === undefined || signal.aborted) break;
      ({ rounds, later } = nextRounds(comparisons, finished, precision));
    }
    finished = await withDetail({ pool, meter, comparisons, finished, options });
    const completedCount = finished.filter(({ outcome: { type } }) => type === 'done' || type === 'failed').length;
    const scenarios = comparisons.map((comparison, index) => {
      const runsByCandidate = candidateRunsOf(comparison, index, finished);
      const status = precision && { goal: precision, ...statusOfComparison(comparison, runsByCandidate, precision) };
      const worldRuns = comparison.worlds && worldRunsOf(index, all, finished);
      return scenarioResult(comparison, runsByCandidate, {
        ...options,
        ...(status === undefined ? {} : { status }),
        ...(worldRuns === undefined ? {} : { worldRuns }),
      });
    });
    return { scenarios, completedCount, totalCount: finished.length, cells: finished };
  } finally {
    meter?.close();
    pool.close();
  }
}

/** A part cannot know which replication will be the typical one of all parts, so it keeps the curves of each of its runs but those in worlds. */
function cellsOf(
  rounds: readonly Round[],
  comparisons: readonly PlannedComparison[],
  { isMine }: CompareOptions,
): Cell[] {
  const cells = planCells(rounds);
  if (isMine === undefined) return cells;
  const count = comparisons.length;
  return cells.filter((_, index) => isMine(index)).map((cell) => ({ ...cell, detail: cell.comparisonIndex < count }));
}

interface Comparison {
  readonly pool: CellPool;
  readonly meter: ProgressMeter | undefined;
  readonly comparisons: readonly PlannedComparison[];
  readonly finished: readonly FinishedCell[];
  readonly options: CompareOptions;
}

/** The finished runs, those of the typical replication with what the pages show of them. */
async function withDetail({ pool, meter, comparisons, finished, options }: Comparison): Promise<FinishedCell[]> {
  const cells = cellsToShow(comparisons.map((comparison, index) => candidateRunsOf(comparison, index, finished)));
  if (options.isMine !== undefined || options.signal.aborted) return [...finished];
  const running = startCells(pool, cells, comparisons, options);
  meter?.follow(cells, running, []);
  const outcomes = await Promise.all(running.map((run) => run.outcome.then(throwProblems)));
  return addDetail(
    finished,
    cells.map((cell, index) => ({ cell, outcome: outcomes[index] })),
  );
}

/** The next replications of every scenario that is not precise yet, and how many runs will probably follow them. */
function nextRounds(
  comparisons: readonly PlannedComparison[],
  finished: readonly FinishedCell[],
  goal: PrecisionGoal,
): { readonly rounds: Round[]; readonly later: number[] } {
  const later: number[] = [];
  const rounds = comparisons.flatMap((comparison, comparisonIndex): Round[] => {
    const runsByCandidate = candidateRunsOf(comparison, comparisonIndex, finished);
    const { isReached, runsExpected } = statusOfComparison(comparison, runsByCandidate, goal);
    const begin = Math.max(...runsByCandidate.map(({ runs }) => runs.length));
    const end = Math.min(begin + roundSize, goal.maxRunCount);
    const candidateIndexes = runsByCandidate.flatMap(({ failure }, index) => (failure === undefined ? [index] : []));
    later.push(isReached ? 0 : candidateIndexes.length * Math.max(0, runsExpected - end));
    if (isReached || end <= begin || candidateIndexes.length === 0) return [];
    const replications = Array.from({ length: end - begin }, (_, index) => begin + index);
    return [{ comparisonIndex, candidateIndexes, replications, isFirst: false }];
  });
  return { rounds, later };
}

function statusOfComparison(
  comparison: PlannedComparison,
  runsByCandidate: readonly CandidateRuns[],
  goal: PrecisionGoal,
): GoalStatus {
  return statusOf(
    goal,
    runsByCandidate,
    comparison.candidates.map(({ name }) => name),
  );
}

/** What a run ended with; its problems and bugs are thrown. */
export function throwProblems(outcome: CellOutcome): CellOutcome {
  if (outcome.type === 'problems') {
    const problems: readonly Problem[] = outcome.problems;
    throw new ProblemError(problems, outcome.exitCode as ExitCode); // safe: it was one when the worker sent it
  }
  if (outcome.type === 'bug') throw new WorkerBugError(outcome.message, outcome.stack);
  return outcome;
}

/** The candidates of one comparison in their order, with what has become of their runs. */
export function candidateRunsOf(
  { candidates }: PlannedComparison,
  comparisonIndex: number,
  finished: readonly FinishedCell[],
): CandidateRuns[] {
  return candidates.map((_, candidateIndex) => {
    const outcomes = finished
      .filter(({ cell }) => cell.comparisonIndex === comparisonIndex && cell.candidateIndex === candidateIndex)
      .map(({ outcome }) => outcome);
    return {
      runs: outcomes.flatMap((outcome) => (outcome.type === 'done' ? [outcome.result] : [])),
      failure: outcomes.flatMap((outcome) => (outcome.type === 'failed' ? [outcome.failure] : []))[0],
    };
  });
}
