import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ExitCode } from '../base/exitCode.js';
import type { Problem } from '../base/problem.js';
import type { ResultDocument, ScenarioResult } from '../results/results.js';
import { type CompareOutcome, compareContests } from '../run/compare.js';
import { inlineMore } from '../run/inlineMore.js';
import { readBaseline } from './baselineFile.js';
import { checkShardFolder, finishShard } from './blob/finishShard.js';
import { isInShard } from './blob/shardPlan.js';
import type { CommandInput } from './command.js';
import { finishDocument } from './finishDocument.js';
import { Interruption } from './interruption.js';
import type { Options } from './options.js';
import type { Output } from './output.js';
import { attempt, checkOutputFolder, moveIntoPlace, temporaryPath } from './outputFiles.js';
import { type PreparedContests, prepareContests } from './prepareContests.js';
import { Progress } from './progress.js';
import { portableCommand, repeatCommand } from './repeatCommand.js';
import { planReports } from './reportFiles.js';
import { planUnfinishedRuns } from './resume/planUnfinishedRuns.js';
import { resumeCommand } from './resume/resumeCommand.js';
import type { UnfinishedRuns } from './resume/unfinishedRuns.js';
import { showWarnings } from './showWarnings.js';
import { conflicting, usageError } from './usageError.js';
import { packageVersion } from './version.js';
import { watchContests } from './watchContests.js';

/** CONTRACT section 3. */
const defaultRunCount = 10;
/** Fewer runs give intervals that say little (measures.md 1g). */
const fewRunCount = 5;

interface ContestCommand {
  readonly name: 'run' | 'compare';
  /** One policy only. */
  readonly isSingle: boolean;
  /** Write reports even when no option asks for them. */
  readonly alwaysReports: boolean;
}

/** What `run` and `compare` share: read everything, run it, show it, write it, judge it. */
export async function runContests(input: CommandInput, command: ContestCommand): Promise<ExitCode> {
  if (input.options.watch) {
    const watched = { ...command, alwaysReports: true };
    return watchContests(input, (round, interruption) => runAndReport(round, watched, interruption));
  }
  const interruption = new Interruption();
  interruption.listen();
  try {
    return await runAndReport(input, command, interruption);
  } finally {
    interruption.close();
  }
}

async function runAndReport(
  input: CommandInput,
  command: ContestCommand,
  interruption: Interruption,
): Promise<ExitCode> {
  const { options, output, operands } = input;
  const replications = replicationsOf(options);
  const plan = options.shard === undefined ? planReports(options, command.alwaysReports) : undefined;
  checkShardFolder(options);
  const eventsPath = planEvents(options);
  const findUnfinished = planUnfinishedRuns(options, { reportsFolder: plan?.folder, output });
  const prepared = await prepareContests({ files: operands, options, isSingle: command.isSingle });
  const { contests, warnings, reference } = prepared;
  const hasRevision = contests.some(({ revision }) => revision !== undefined);
  const baseline = readBaseline(
    options.baseline,
    contests.map(({ scenario, candidates }) => ({
      scenario: scenario.name,
      candidates: candidates.map(({ name }) => name),
      hasRevision,
    })),
  );
  for (const note of prepared.shipped) output.note(note);
  const unfinished = findUnfinished();
  const beganMs = performance.now();
  const outcome = await runThem({ prepared, replications, options, output, interruption, eventsPath, unfinished });
  const seeds = new Set(contests.map(({ scenario }) => scenario.seed));
  const repeat = { command: command.name, operands, options, seed: seeds.size === 1 ? [...seeds][0] : undefined };
  const again = repeatCommand(repeat);
  const isInterrupted = interruption.hasHappened;
  if (isInterrupted) {
    const next = unfinished?.hasRuns === true ? `resume: ${resumeCommand(process.argv.slice(2))}` : `again: ${again}`;
    output.say(`interrupted: completed ${outcome.completedCount} of ${outcome.totalCount} runs; ${next}`);
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
    scenarios: [...outcome.scenarios],
  };
  const wallSeconds = (performance.now() - beganMs) / 1000;
  const { allowEmpty } = options;
  const finishing = { document, options, output, plan, baseline, reference, allowEmpty, isInterrupted, wallSeconds };
  const code = await finishDocument({ ...finishing, files: operands, again, warnings: told });
  unfinished?.end(outcome, isInterrupted);
  return code;
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

/** The file of `--events`, tried before anything runs. */
function planEvents({
  events,
  replication,
}: Options): { readonly path: string; readonly temporary: string } | undefined {
  if (events === undefined) return undefined;
  if (replication === undefined) {
    const fix = 'add --replication K.';
    throw usageError({
      code: 'needs-replication',
      what: '--events needs --replication',
      why: 'A file holds one run.',
      fix,
    });
  }
  const path = resolve(events);
  checkOutputFolder(resolve(path, '..'), [basename(path)]);
  return { path, temporary: temporaryPath(path) };
}

/** Of a request that neither waits nor tries again: try, begin, served, completed; and how long a line is, measured. */
const [eventsOfRequest, bytesOfEvent] = [4, 150];

/** How much --events will write, before it does. */
function eventsNote(requestCount: number): string {
  const eventCount = requestCount * eventsOfRequest;
  const megabytes = (eventCount * bytesOfEvent) / 1e6;
  const rounded = (value: number) => String(Number(value.toPrecision(2))).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `--events: about ${rounded(eventCount)} events, ${rounded(megabytes)} MB, more where requests wait or try again.`;
}

interface Work {
  readonly prepared: PreparedContests;
  readonly replications: readonly number[];
  readonly options: Options;
  readonly output: Output;
  readonly interruption: Interruption;
  readonly eventsPath: { readonly path: string; readonly temporary: string } | undefined;
  readonly unfinished: UnfinishedRuns | undefined;
}

async function runThem(work: Work): Promise<CompareOutcome> {
  const { prepared, replications, options, output, interruption, eventsPath, unfinished } = work;
  const { contests, expectedCounts, reference } = prepared;
  const { shard } = options;
  for (const [index, { scenario, candidates }] of contests.entries()) {
    inlineMore(scenario, (expectedCounts[index] * candidates.length * replications.length) / options.workers);
  }
  if (eventsPath !== undefined) output.note(eventsNote(expectedCounts.reduce((total, count) => total + count, 0)));
  const progress = new Progress(contests.map(({ scenario }) => scenario.name).join(', '), output);
  try {
    const running = compareContests(contests, {
      replications,
      ...(unfinished === undefined ? {} : { kept: unfinished }),
      workerCount: options.workers,
      ...(options.precision === undefined ? {} : { precision: options.precision }),
      allowEmpty: options.allowEmpty,
      ...(shard === undefined ? {} : { isMine: (index: number) => isInShard(index, shard) }),
      signal: interruption.signal,
      ...(options.environment === undefined ? {} : { environment: options.environment }),
      ...(reference === undefined ? {} : { reference }),
      ...(eventsPath === undefined ? {} : { eventsPath: eventsPath.temporary }),
      ...(options.quiet ? {} : { onProgress: (share: number) => progress.update(share) }),
    });
    // Every run of the plan has been asked for by now, and none has ended.
    unfinished?.tellBegin();
    const outcome = await running;
    if (eventsPath !== undefined && outcome.completedCount === outcome.totalCount) {
      attempt(eventsPath.path, () => moveIntoPlace(eventsPath.temporary, eventsPath.path));
    }
    return outcome;
  } finally {
    progress.end();
    if (eventsPath !== undefined) rmSync(eventsPath.temporary, { force: true });
  }
}
