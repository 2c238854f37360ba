import { type ExitCode, exitCode } from '../base/exitCode.js';
import type { Problem } from '../base/problem.js';
import type { ResultDocument, ScenarioResult } from '../results/results.js';
import { type CompareOutcome, runPlannedComparisons } from '../run/compare.js';
import { inlineMore } from '../run/inlineMore.js';
import type { PlannedComparison } from '../run/plan.js';
import { readBaseline } from './baselineFile.js';
import { checkShardFolder, finishShard } from './blob/finishShard.js';
import { isInShard } from './blob/shardPlan.js';
import type { CommandInput } from './command.js';
import { refreshContexts } from './context/refreshContexts.js';
import { EventsOutput } from './eventsOutput.js';
import { eventsNote, eventsSizeOf, rejectLargeEvents } from './eventsSize.js';
import { finishDocument } from './finishDocument.js';
import { defaultRunCount, type Options } from './options.js';
import type { Output } from './output.js';
import { partialPlan, removePartial } from './partialPlan.js';
import { type PreparedComparisons, prepareComparisons, type ScenarioAsked } from './prepareComparisons.js';
import { Progress } from './progress.js';
import { portableCommand, repeatCommand, resumeCommand } from './repeatCommand.js';
import { planReports } from './reportFiles.js';
import { planUnfinishedRuns } from './resume/planUnfinishedRuns.js';
import type { UnfinishedRuns } from './resume/unfinishedRuns.js';
import { showWarnings } from './showWarnings.js';
import { worldsAsked } from './uncertainOption.js';
import { conflicting } from './usageError.js';
import { packageVersion } from './version.js';
import { watchComparisons } from './watchComparisons.js';

/** Fewer runs give intervals that say little: t of 4 runs is already 3.2, of 3 it is 4.3. */
const fewRunCount = 5;

interface ComparisonCommand {
  readonly name: 'run' | 'compare' | 'pains';
  /** One policy only. */
  readonly isSingle: boolean;
  /** Write reports even when no option asks for them. */
  readonly alwaysReports: boolean;
  /** What the operands stand for, where they are no files. */
  readonly scenarios?: readonly ScenarioAsked[];
}

/** What `run` and `compare` share: read everything, run it, show it, write it, judge it. */
export async function runComparisons(input: CommandInput, command: ComparisonCommand): Promise<ExitCode> {
  const { options, operands: files, output, interruption } = input;
  if (options.refreshContext) {
    const { signal } = interruption;
    try {
      await interruption.keeping(() => refreshContexts({ files, options, output, signal }));
    } catch (thrown) {
      if (!interruption.hasHappened) throw thrown;
      output.say('interrupted while servers of context.mcp were asked');
      return exitCode.interrupted;
    }
  }
  if (options.watch) {
    const watched = { ...command, alwaysReports: true };
    return watchComparisons(input, (round) => runAndReport(round, watched));
  }
  const alwaysReports = command.alwaysReports && input.withoutFiles !== true;
  return runAndReport(input, { ...command, alwaysReports });
}

async function runAndReport(input: CommandInput, command: ComparisonCommand): Promise<ExitCode> {
  const { options, output, operands, interruption } = input;
  const replications = replicationsOf(options);
  const plan = options.shard === undefined ? planReports(options, command.alwaysReports) : undefined;
  checkShardFolder(options);
  const events = EventsOutput.of(options);
  const findUnfinished = planUnfinishedRuns(options, { reportsFolder: plan?.folder, output });
  const prepared = await prepareComparisons({
    files: operands,
    scenarios: command.scenarios,
    options,
    isSingle: command.isSingle,
    worlds: worldsAsked(options),
  });
  const { comparisons, warnings, reference } = prepared;
  const baseline = readBaseline(options.baseline, baselineNames(comparisons));
  for (const note of prepared.shipped) output.note(note);
  const unfinished = findUnfinished();
  const beganMs = performance.now();
  const work = { prepared, replications, options, output, signal: interruption.signal, events, unfinished };
  const outcome = await interruption.keeping(() => runThem(work));
  const seeds = new Set(comparisons.map(({ scenario }) => scenario.seed));
  const repeat = { command: command.name, operands, options, seed: seeds.size === 1 ? [...seeds][0] : undefined };
  const again = repeatCommand(repeat);
  const isInterrupted = interruption.hasHappened;
  if (isInterrupted) {
    output.say(interruptedText(outcome, unfinished, again));
    if (outcome.completedCount === 0) {
      unfinished?.end(outcome, isInterrupted);
      return exitCode.interrupted;
    }
  }
  const words = { command: portableCommand(repeat), again, files: operands };
  const told = [...warnings, ...fewRuns(options), ...shortOfPrecision(outcome.scenarios)];
  if (options.shard !== undefined) {
    showWarnings(told, { output, verbose: options.verbose });
    const code = await finishShard({ ...words, prepared, replications, options, output, outcome, isInterrupted });
    unfinished?.end(outcome, isInterrupted);
    return code;
  }
  const document: ResultDocument = {
    format: 'dryscale-result/1',
    version: packageVersion(),
    command: words.command,
    runs: Math.max(replications.length, ...outcome.scenarios.map(({ precision }) => precision?.runs ?? 0)),
    ...(isInterrupted ? { interrupted: { completed: outcome.completedCount, total: outcome.totalCount } } : {}),
    scenarios: [...outcome.scenarios],
  };
  const wallSeconds = input.withoutFiles === true ? undefined : (performance.now() - beganMs) / 1000;
  const { allowEmpty } = options;
  const partial = isInterrupted ? partialPlan(plan, output) : undefined;
  const judging = { options, baseline, reference, allowEmpty, isInterrupted };
  const showing = { document, output, plan: partial ?? plan, wallSeconds, files: operands, again, warnings: told };
  const code = await finishDocument({ ...judging, ...showing });
  if (plan !== undefined && !isInterrupted) removePartial(plan);
  unfinished?.end(outcome, isInterrupted);
  return code;
}

/** What a baseline must have. */
function baselineNames(comparisons: readonly PlannedComparison[]) {
  const hasRevision = comparisons.some(({ revision }) => revision !== undefined);
  return comparisons.map(({ scenario, candidates }) => ({
    scenario: scenario.name,
    candidates: candidates.map(({ name }) => name),
    hasRevision,
  }));
}

function interruptedText(
  { completedCount, totalCount }: CompareOutcome,
  unfinished: UnfinishedRuns | undefined,
  again: string,
): string {
  const next = unfinished?.hasRuns === true ? `resume: ${resumeCommand(process.argv.slice(2))}` : `again: ${again}`;
  return `interrupted: completed ${completedCount} of ${totalCount} runs; ${next}`;
}

function replicationsOf({ runs, replication }: Options): number[] {
  if (replication !== undefined) {
    if (runs === undefined) return [replication];
    throw conflicting('--runs', '--replication', '--replication is just that one run.');
  }
  return Array.from({ length: runs ?? defaultRunCount }, (_, index) => index);
}

function fewRuns({ runs }: Options): Problem[] {
  if (runs === undefined || runs >= fewRunCount) return [];
  const text =
    runs === 1
      ? 'one run has no interval, and verdicts stay undecided'
      : 'intervals are wide, and many verdicts undecided';
  const what = `--runs ${runs} is below ${fewRunCount}: ${text}`;
  const why = 'Runs differ by chance, and only several of them show by how much.';
  return [{ code: 'few-runs', where: {}, what, why, fix: `leave --runs out: it is ${defaultRunCount} then.` }];
}

/** Where runs ended at the cap, not at the precision that was asked for. */
function shortOfPrecision(scenarios: readonly ScenarioResult[]): Problem[] {
  return scenarios.flatMap(({ name, precision }): Problem[] => {
    if (precision === undefined || precision.reached || precision.worst === undefined) return [];
    const { policy, measure, half_width } = precision.worst;
    const known = half_width === null ? 'without an interval' : `known to within ±${(half_width * 100).toFixed(1)} %`;
    const what = `${name}: stopped after ${precision.runs} runs, short of --precision ${precision.asked}: ${measure} of ${policy} is ${known}`;
    const why = 'It varies too much from run to run for so few runs.';
    return [{ code: 'short-of-precision', where: {}, what, why, fix: 'raise --max-runs to go on.' }];
  });
}

interface Work {
  readonly prepared: PreparedComparisons;
  readonly replications: readonly number[];
  readonly options: Options;
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly events: EventsOutput | undefined;
  readonly unfinished: UnfinishedRuns | undefined;
}

async function runThem(work: Work): Promise<CompareOutcome> {
  const { prepared, replications, options, output, signal, events, unfinished } = work;
  const { comparisons, expectedCounts, reference } = prepared;
  const { shard } = options;
  for (const [index, { scenario, candidates }] of comparisons.entries()) {
    inlineMore(scenario, (expectedCounts[index] * candidates.length * replications.length) / options.workers);
  }
  if (events !== undefined) {
    const size = eventsSizeOf(prepared);
    rejectLargeEvents(size, events.path, options.allowance);
    output.note(eventsNote(size));
  }
  const progress = new Progress(comparisons.map(({ scenario }) => scenario.name).join(', '), output);
  const compare = (): Promise<CompareOutcome> => {
    const running = runPlannedComparisons(comparisons, {
      replications,
      ...(unfinished === undefined ? {} : { kept: unfinished }),
      workerCount: options.workers,
      allowance: options.allowance,
      ...(options.precision === undefined ? {} : { precision: options.precision }),
      allowEmpty: options.allowEmpty,
      ...(shard === undefined ? {} : { isMine: (index: number) => isInShard(index, shard) }),
      signal,
      ...(options.environment === undefined ? {} : { environment: options.environment }),
      ...(reference === undefined ? {} : { reference }),
      ...(events === undefined ? {} : { eventsPath: events.temporary }),
      ...(options.quiet ? {} : { onProgress: (share: number) => progress.update(share) }),
    });
    // Every run of the plan has been asked for by now, and none has ended.
    unfinished?.tellBegin();
    return running;
  };
  try {
    if (events === undefined) return await compare();
    return await events.during(compare, ({ completedCount, totalCount }) => completedCount === totalCount);
  } finally {
    progress.end();
  }
}
