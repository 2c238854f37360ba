import { setImmediate } from 'node:timers/promises';
import type { ExitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { PolicyFault } from '../policy/policy.js';
import { hasResults, type ScenarioResult } from '../results/results.js';
import { CellPool } from '../run/cellPool.js';
import type { CellOutcome } from '../run/cellTask.js';
import { contendersOf, WorkerBugError } from '../run/compare.js';
import type { FinishedCell } from '../run/finishedCell.js';
import { type Cell, firstRounds, planCells } from '../run/plan.js';
import { scenarioResult } from '../run/scenarioResult.js';
import { addDetail, cellsToShow } from '../run/shownReplication.js';
import { startCells } from '../run/startCells.js';
import type { PreparedContest } from './contest.js';
import { failureOf, runInline } from './inlinePolicy.js';
import type { CheckedOptions } from './options.js';
import { keepRuns } from './samples.js';

/**
 * Runs every candidate of every contest: files in worker threads, inline policies in this one, at the same time.
 *
 * The results depend on nothing but the contests and the options that name runs: not on the workers, nor on where a
 * policy ran.
 * @throws ProblemError when an input turns out damaged while running
 */
export async function runContests(
  contests: readonly PreparedContest[],
  options: CheckedOptions,
): Promise<ScenarioResult[]> {
  const replications = Array.from({ length: options.runs }, (_, index) => index);
  const cells = planCells(firstRounds(contests, replications));
  const ran = await runCells(cells, contests, options);
  const again = cellsToShow(contests.map((contest, index) => contendersOf(contest, index, ran)));
  const finished = addDetail(ran, again.length === 0 ? [] : await runCells(again, contests, options));
  return contests.map((contest, contestIndex) => {
    const contenders = contendersOf(contest, contestIndex, finished);
    const { allowEmpty, reference } = options;
    const result = scenarioResult(contest, contenders, {
      allowEmpty,
      ...(reference === undefined ? {} : { reference }),
    });
    for (const [index, policy] of result.policies.entries()) {
      if (hasResults(policy)) keepRuns(policy, { scenario: contest.scenario, runs: contenders[index].runs });
    }
    return result;
  });
}

/** The cells with their outcomes, in their order. */
async function runCells(
  cells: readonly Cell[],
  contests: readonly PreparedContest[],
  options: CheckedOptions,
): Promise<FinishedCell[]> {
  const isInline = (cell: Cell): boolean => contests[cell.contestIndex].inline[cell.candidateIndex] !== undefined;
  const fileCells = cells.filter((cell) => !isInline(cell));
  const pool =
    fileCells.length === 0 ? undefined : new CellPool({ workerCount: Math.min(options.workers, fileCells.length) });
  try {
    const { environment } = options;
    const signal = new AbortController().signal;
    const rules = { signal, ...(environment === undefined ? {} : { environment }) };
    const running = pool === undefined ? [] : startCells(pool, fileCells, contests, rules);
    const ofInline = await runInlineCells(cells.filter(isInline), contests, options);
    const ofFiles = await Promise.all(running.map(({ outcome }) => outcome));
    const byCell = new Map<Cell, CellOutcome>(ofInline);
    for (const [index, cell] of fileCells.entries()) byCell.set(cell, ofFiles[index]);
    return cells.map((cell) => ({ cell, outcome: throwProblems(byCell.get(cell) ?? { type: 'cancelled' }) }));
  } finally {
    pool?.close();
  }
}

async function runInlineCells(
  cells: readonly Cell[],
  contests: readonly PreparedContest[],
  { environment }: CheckedOptions,
): Promise<Map<Cell, CellOutcome>> {
  const outcomes = new Map<Cell, CellOutcome>();
  const failed = new Set<string>();
  for (const cell of cells) {
    const { contestIndex, candidateIndex, replication, detail } = cell;
    const { scenario, folder, candidates, inline } = contests[contestIndex];
    const definition = inline[candidateIndex];
    const key = `${contestIndex} ${candidateIndex}`;
    if (definition === undefined || failed.has(key)) continue;
    const { bindings } = candidates[candidateIndex];
    const input = { scenario, scenarioFolder: folder, bindings, replication, detail };
    try {
      const result = runInline(definition, { ...input, ...(environment === undefined ? {} : { environment }) });
      outcomes.set(cell, { type: 'done', result });
    } catch (thrown) {
      if (!(thrown instanceof PolicyFault)) throw thrown;
      failed.add(key);
      outcomes.set(cell, { type: 'failed', failure: failureOf(thrown) });
    }
    // Timers and the answers of the workers get their turn between two runs.
    await setImmediate();
  }
  return outcomes;
}

function throwProblems(outcome: CellOutcome): CellOutcome {
  if (outcome.type === 'bug') throw new WorkerBugError(outcome.message, outcome.stack);
  if (outcome.type !== 'problems') return outcome;
  throw new ProblemError(outcome.problems, outcome.exitCode as ExitCode); // safe: it was one when the worker sent it
}
