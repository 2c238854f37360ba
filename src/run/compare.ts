import type { ExitCode } from '../base/exitCode.js';
import type { Problem } from '../base/problem.js';
import { ProblemError } from '../base/problem.js';
import type { ScenarioResult } from '../results/results.js';
import { CellPool, type RunningCell } from './cellPool.js';
import type { CellOutcome } from './cellTask.js';
import type { Contender } from './contender.js';
import { type Cell, type Contest, planCells } from './plan.js';
import { scenarioResult } from './scenarioResult.js';

export interface CompareOptions {
  /** Numbers of the replications, from 0. */
  readonly replications: readonly number[];
  readonly workerCount: number;
  readonly workerFile?: string;
  /** observation.context.environment */
  readonly environment?: string;
  /** Absolute path for the events of the one run there is. */
  readonly eventsPath?: string;
  /** Name of the candidate the others are compared with; the first when left out. */
  readonly reference?: string;
  /** Thresholds without data pass. */
  readonly allowEmpty: boolean;
  /** Ends what is running; what has finished is kept. */
  readonly signal: AbortSignal;
  /** Called a few times a second with the share that is done, 0..1. */
  readonly onProgress?: (share: number) => void;
}

export interface CompareOutcome {
  readonly scenarios: readonly ScenarioResult[];
  readonly completedCount: number;
  readonly totalCount: number;
}

const progressIntervalMs = 250;

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
 * The results depend on nothing but the contests and the replications: not on the workers, nor on which finishes first.
 * @throws ProblemError when an input turns out damaged while running
 */
export async function compareContests(contests: readonly Contest[], options: CompareOptions): Promise<CompareOutcome> {
  const cells = planCells(contests, options.replications);
  const pool = new CellPool({
    workerCount: Math.max(1, Math.min(options.workerCount, cells.length)),
    ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
  });
  const running = startCells(pool, cells, contests, options);
  const timer = watchProgress(cells, running, contests, options);
  try {
    const outcomes = await Promise.all(running.map((run) => run.outcome.then(throwProblems)));
    const completedCount = outcomes.filter(({ type }) => type === 'done' || type === 'failed').length;
    const scenarios = contests.map((contest, contestIndex) =>
      scenarioResult(
        contest,
        contest.candidates.map((_, candidateIndex) =>
          contenderOf(outcomes.filter((_, i) => isOf(cells[i], contestIndex, candidateIndex))),
        ),
        options,
      ),
    );
    return { scenarios, completedCount, totalCount: cells.length };
  } finally {
    clearInterval(timer);
    await pool.close();
  }
}

function isOf(cell: Cell, contestIndex: number, candidateIndex: number): boolean {
  return cell.contestIndex === contestIndex && cell.candidateIndex === candidateIndex;
}

/**
 * Submits all runs. A run that fails cancels the later ones of its candidate, never the earlier ones: which failure is
 * reported must not depend on which worker was faster.
 */
function startCells(
  pool: CellPool,
  cells: readonly Cell[],
  contests: readonly Contest[],
  options: CompareOptions,
): RunningCell[] {
  const cancels = cells.map(() => new AbortController());
  return cells.map((cell, index) => {
    const contest = contests[cell.contestIndex];
    const candidate = contest.candidates[cell.candidateIndex];
    const { scenario } = contest;
    const label = {
      scenario: scenario.name,
      policy: candidate.name,
      source: candidate.source,
      seed: scenario.seed,
      replication: cell.replication,
    };
    const task = {
      scenario,
      scenarioFolder: contest.folder,
      bindings: candidate.bindings,
      replication: cell.replication,
      detail: cell.detail,
      environment: options.environment,
      eventsPath: options.eventsPath,
    };
    const run = pool.run(task, label, AbortSignal.any([options.signal, cancels[index].signal]));
    run.outcome.then(({ type }) => {
      if (type !== 'failed') return;
      for (let later = index + 1; later < cells.length; later++) {
        if (isOf(cells[later], cell.contestIndex, cell.candidateIndex)) cancels[later].abort();
      }
    });
    return run;
  });
}

function throwProblems(outcome: CellOutcome): CellOutcome {
  if (outcome.type === 'problems') {
    const problems: readonly Problem[] = outcome.problems;
    throw new ProblemError(problems, outcome.exitCode as ExitCode); // safe: it was one when the worker sent it
  }
  if (outcome.type === 'bug') throw new WorkerBugError(outcome.message, outcome.stack);
  return outcome;
}

function contenderOf(outcomes: readonly CellOutcome[]): Contender {
  return {
    runs: outcomes.flatMap((outcome) => (outcome.type === 'done' ? [outcome.result] : [])),
    failure: outcomes.flatMap((outcome) => (outcome.type === 'failed' ? [outcome.failure] : []))[0],
  };
}

function watchProgress(
  cells: readonly Cell[],
  running: readonly RunningCell[],
  contests: readonly Contest[],
  { onProgress }: CompareOptions,
): NodeJS.Timeout | undefined {
  if (onProgress === undefined) return undefined;
  const durations = cells.map(({ contestIndex }) => contests[contestIndex].scenario.duration);
  const totalSeconds = durations.reduce((sum, seconds) => sum + seconds, 0);
  const isDone = cells.map(() => false);
  for (const [index, run] of running.entries()) {
    run.outcome.then(() => {
      isDone[index] = true;
    });
  }
  return setInterval(() => {
    const reached = running.map((run, index) => (isDone[index] ? durations[index] : run.virtualSeconds()));
    onProgress(reached.reduce((sum, seconds) => sum + seconds, 0) / totalSeconds);
  }, progressIntervalMs);
}
