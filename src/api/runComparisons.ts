import { setImmediate } from 'node:timers/promises';
import type { ExitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { runOnce } from '../engine/runOnce.js';
import { PolicyFault } from '../policy/policy.js';
import { membersOf } from '../policy/policySpec.js';
import { hasResults, type ScenarioResult } from '../results/results.js';
import type { CandidateRuns } from '../run/candidateRuns.js';
import { CellPool } from '../run/cellPool.js';
import type { CellOutcome } from '../run/cellTask.js';
import { candidateRunsOf, WorkerBugError } from '../run/compare.js';
import type { FinishedCell } from '../run/finishedCell.js';
import { needsProcess } from '../run/needsProcess.js';
import { type Cell, firstRounds, planCells } from '../run/plan.js';
import { scenarioResult } from '../run/scenarioResult.js';
import { addDetail, cellsToShow } from '../run/shownReplication.js';
import { startCells } from '../run/startCells.js';
import { threadsWorth } from '../run/threadsWorth.js';
import type { PreparedComparison } from './comparison.js';
import { failureOf, runInline } from './inlinePolicy.js';
import type { CheckedOptions } from './options.js';
import { keepRuns } from './samples.js';

/** Runs of some call go on in this thread; those of another call then go to threads. */
let isBusyHere = false;

/**
 * Runs every candidate of every comparison: inline policies in this thread, files in worker threads, at the same time.
 *
 * What is shorter than the start of a thread runs here too, unless it is code of a file: that could hang, or leave something
 * behind. The results depend on nothing but the comparisons and the options that name runs: not on the workers, nor on where
 * a policy ran.
 * @throws ProblemError when an input turns out damaged while running
 */
export async function runComparisons(
  comparisons: readonly PreparedComparison[],
  options: CheckedOptions,
): Promise<ScenarioResult[]> {
  const replications = Array.from({ length: options.runs }, (_, index) => index);
  const cells = planCells(firstRounds(comparisons, replications));
  const threads = threadsWorth(comparisons, options.runs);
  const isShort = threads === 0 && !isBusyHere;
  const place = { comparisons, options, isShort, workerCount: Math.min(options.workers, Math.max(1, threads)) };
  if (isShort) isBusyHere = true;
  try {
    const ran = await runCells(cells, place);
    const again = cellsToShow(comparisons.map((comparison, index) => candidateRunsOf(comparison, index, ran)));
    const finished = addDetail(ran, again.length === 0 ? [] : await runCells(again, place));
    return comparisons.map((comparison, index) =>
      resultOf(comparison, candidateRunsOf(comparison, index, finished), options),
    );
  } finally {
    if (isShort) isBusyHere = false;
  }
}

function resultOf(
  comparison: PreparedComparison,
  runsByCandidate: readonly CandidateRuns[],
  { allowEmpty, reference }: CheckedOptions,
): ScenarioResult {
  const result = scenarioResult(comparison, runsByCandidate, {
    allowEmpty,
    ...(reference === undefined ? {} : { reference }),
  });
  for (const [index, policy] of result.policies.entries()) {
    if (hasResults(policy)) keepRuns(policy, { scenario: comparison.scenario, runs: runsByCandidate[index].runs });
  }
  return result;
}

/** What runs where. */
interface Place {
  readonly comparisons: readonly PreparedComparison[];
  readonly options: CheckedOptions;
  readonly isShort: boolean;
  readonly workerCount: number;
}

/** The cells with their outcomes, in their order. */
async function runCells(cells: readonly Cell[], place: Place): Promise<FinishedCell[]> {
  const { comparisons, options, workerCount } = place;
  const fileCells = cells.filter((cell) => !isRunHere(cell, place));
  const isTogether = fileCells.some(({ comparisonIndex, candidateIndex }) =>
    needsProcess(comparisons[comparisonIndex].candidates[candidateIndex].bindings),
  );
  const pool =
    fileCells.length === 0
      ? undefined
      : new CellPool({ workerCount: Math.min(workerCount, fileCells.length), isTogether });
  try {
    const { environment, allowance } = options;
    const signal = new AbortController().signal;
    const rules = { signal, allowance, ...(environment === undefined ? {} : { environment }) };
    const running = pool === undefined ? [] : startCells(pool, fileCells, comparisons, rules);
    const ofInline = await runCellsHere(
      cells.filter((cell) => isRunHere(cell, place)),
      place,
    );
    const ofFiles = await Promise.all(running.map(({ outcome }) => outcome));
    const byCell = new Map<Cell, CellOutcome>(ofInline);
    for (const [index, cell] of fileCells.entries()) byCell.set(cell, ofFiles[index]);
    return cells.map((cell) => ({ cell, outcome: throwProblems(byCell.get(cell) ?? { type: 'cancelled' }) }));
  } finally {
    pool?.close();
  }
}

function isRunHere({ comparisonIndex, candidateIndex }: Cell, { comparisons, isShort }: Place): boolean {
  const { candidates, inline, routers } = comparisons[comparisonIndex];
  if (inline[candidateIndex] !== undefined) return true;
  if (routers !== undefined) return false;
  const specs = Object.values(candidates[candidateIndex].bindings).flatMap(membersOf);
  return isShort && specs.every(({ kind }) => kind !== 'lua' && kind !== 'typescript');
}

async function runCellsHere(
  cells: readonly Cell[],
  { comparisons, options: { environment, allowance } }: Place,
): Promise<Map<Cell, CellOutcome>> {
  const outcomes = new Map<Cell, CellOutcome>();
  const failed = new Set<string>();
  for (const cell of cells) {
    const { comparisonIndex, candidateIndex, replication, detail } = cell;
    const { scenario, folder, candidates, inline, routers } = comparisons[comparisonIndex];
    const definition = inline[candidateIndex];
    const key = `${comparisonIndex} ${candidateIndex}`;
    if (failed.has(key)) continue;
    const { bindings } = candidates[candidateIndex];
    const place = { scenario, scenarioFolder: folder, bindings, routers, replication, detail, allowance };
    const input = { ...place, ...(environment === undefined ? {} : { environment }) };
    try {
      const result = definition === undefined ? runOnce(input) : runInline(definition, input);
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
