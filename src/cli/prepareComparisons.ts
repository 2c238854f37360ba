import { basename, resolve } from 'node:path';
import type { Problem } from '../base/problem.js';
import { isShipped, shippedLabel } from '../base/shippedFiles.js';
import { resolveCandidates } from '../policy/candidates.js';
import type { Candidate } from '../policy/policySpec.js';
import type { RevisionResult } from '../results/revisionResult.js';
import { rejectTooMuch } from '../run/limits/index.js';
import { planRun } from '../run/limits/limit.js';
import { rejectLargeResults } from '../run/limits/results.js';
import type { PlannedComparison } from '../run/plan.js';
import { planWorlds, type WorldsAsked } from '../run/worlds/plannedWorlds.js';
import { bindManifests } from '../scenario/bindManifests.js';
import { checkManifests } from '../scenario/checkManifests.js';
import { lockFiles } from '../scenario/contextLock.js';
import { type LoadedScenario, loadScenario } from '../scenario/load.js';
import { manifestBounds } from '../scenario/manifestBounds.js';
import { hashWith, readRouters, routerPaths } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';
import { traceFiles } from '../scenario/traceFiles.js';
import { workloadSets } from '../scenario/workloadSets.js';
import { readBadge } from './backtest/recordFile.js';
import { type Comparable, comparableWith } from './git/comparable.js';
import { fileChange } from './git/fileChange.js';
import { type GitCandidate, readGitCandidate } from './git/gitCandidate.js';
import { parseGitReference } from './git/gitReference.js';
import { type Past, pastPolicies } from './git/pastPolicies.js';
import { findRevision, type Revision } from './git/revision.js';
import { defaultRunCount, type Options } from './options.js';
import { conflicting, unknownName, usageError } from './usageError.js';

export interface PreparedComparisons {
  readonly comparisons: readonly PlannedComparison[];
  /** [comparison] requests expected in one run of one candidate. */
  readonly expectedCounts: readonly number[];
  /** What the user should know and need not mend. */
  readonly warnings: readonly Problem[];
  /** Which of the files come with dryscale, a sentence each. */
  readonly shipped: readonly string[];
  /** Name of the candidate that `--against` names; the first one when left out. */
  readonly reference: string | undefined;
}

/** A scenario to run, and what is set in it before the user's own `--set`. */
export interface ScenarioAsked {
  readonly file: string;
  readonly set: readonly string[];
}

interface Request {
  readonly files: readonly string[];
  /** Instead of the files as they are. */
  readonly scenarios?: readonly ScenarioAsked[] | undefined;
  readonly options: Options;
  /** One policy only, as `run` does. */
  readonly isSingle: boolean;
  /** Worlds to draw of each scenario. */
  readonly worlds?: WorldsAsked | undefined;
}

/**
 * Reads the scenarios and their candidates, so that nothing that could have been known stops the runs later.
 *
 * @throws ProblemError
 */
export async function prepareComparisons(request: Request): Promise<PreparedComparisons> {
  const { files, options, isSingle, worlds } = request;
  const warnings: Problem[] = [];
  const comparisons: PlannedComparison[] = [];
  const expectedCounts: number[] = [];
  const against = await againstOf(options, isSingle);
  const scenarios: LoadedScenario[] = [];
  const optionsOf: Options[] = [];
  for (const { file, set } of request.scenarios ?? files.map((file): ScenarioAsked => ({ file, set: [] }))) {
    const own = { ...options, set: [...set, ...options.set] };
    scenarios.push(await loadScenario(file, { set: [...own.set, ...seedOf(options)] }));
    optionsOf.push(own);
  }
  // A name is a service, or a label, in all scenarios alike.
  const serviceNames = [...new Set(scenarios.flatMap(({ scenario }) => Object.keys(scenario.services)))];
  for (const [index, written] of scenarios.entries()) {
    // What is to be said of the revision itself is said once.
    const of =
      against === undefined || index === 0 ? against : { ...against, revision: { ...against.revision, notes: [] } };
    const prepared = await prepareComparison(
      written,
      { options: optionsOf[index], isSingle, serviceNames, worlds },
      of,
    );
    warnings.push(...prepared.warnings);
    comparisons.push(prepared.comparison);
    expectedCounts.push(prepared.expectedCount);
  }
  // With policies of a revision the reference differs from scenario to scenario: the first candidate of each.
  const reference = against === undefined ? options.against : against.named?.candidate.name;
  for (const { candidates } of comparisons) rejectUnknownNames(candidates, { reference, gate: options.gate });
  rejectLargeResults(
    { comparisons, runCount: runCountOf(options) + 2 * (worlds?.count ?? 0), shardCount: options.shard?.count },
    options.allowance,
  );
  if (worlds !== undefined) rejectWithoutRanges(comparisons);
  const shipped = shippedNotes(scenarios, comparisons);
  return { comparisons, expectedCounts, warnings, shipped, reference };
}

/** Runs of each candidate, at most. */
function runCountOf({ runs = defaultRunCount, precision, replication }: Options): number {
  return replication === undefined ? Math.max(runs, precision?.maxRunCount ?? 0) : 1;
}

export interface PreparedComparison {
  readonly comparison: PlannedComparison;
  readonly warnings: readonly Problem[];
  readonly expectedCount: number;
  /** What worlds are drawn from. */
  readonly uncertain: LoadedScenario['uncertain'];
}

async function prepareComparison(
  written: LoadedScenario,
  asked: Asked,
  against: Against | undefined,
): Promise<PreparedComparison> {
  const candidates = await candidatesOf(written, asked);
  const ready = (past: readonly Candidate[]) => readyComparison(written, asked.options, candidates, past, asked.worlds);
  if (against === undefined) return ready([]);
  if (against.named !== undefined) {
    const prepared = await ready([against.named.candidate]);
    return withRevision(prepared, namedRevision(against, against.named, candidates));
  }
  const past = await pastOf(against, written, asked, candidates);
  const comparable = await comparableWith(past, against.revision, ready);
  return withRevision(comparable.prepared, revisionResult(against.revision, comparable));
}

function withRevision(prepared: PreparedComparison, revision: RevisionResult): PreparedComparison {
  return { ...prepared, comparison: { ...prepared.comparison, revision } };
}

/** A comparison with bounds, workloads and manifests in place; `past` are candidates of a revision, of which nobody is warned. */
export async function readyComparison(
  written: LoadedScenario,
  options: Options,
  candidates: readonly Candidate[],
  past: readonly Candidate[],
  worldsAsked?: WorldsAsked,
): Promise<PreparedComparison> {
  const then = bindManifests(written.scenario, past).candidates;
  const bound = bindManifests(written.scenario, candidates);
  const all = [...then, ...bound.candidates];
  rejectDoubles(all);
  const deployed = workloadSets(written.scenario, all, options.manifests);
  const bounds = manifestBounds(written.scenario, written.openBounds, all);
  const own = [...deployed.set, ...bounds.set];
  const { file } = written;
  const set = [...own, ...options.set, ...seedOf(options)];
  const loaded = own.length === 0 ? written : await loadScenario(file, { set });
  const { scenario, folder } = loaded;
  const routers = await readRouters(scenario, folder);
  const hash = hashWith(loaded.hash, routers);
  const planned = planRun({ file, scenario, folder, candidates: all });
  rejectTooMuch(planned, options.allowance);
  checkManifests(scenario, then);
  const checked = checkManifests(scenario, bound.candidates);
  const worlds = worldsAsked && planWorlds(loaded.uncertain, worldsAsked, file);
  const { warnings: ofRecord, ...badge } = readBadge(written.path, { scenario, candidates: all, routers });
  const warnings = [...loaded.warnings, ...ofRecord, ...bound.warnings, ...deployed.notes, ...bounds.notes, ...checked];
  return {
    comparison: {
      scenario,
      folder,
      hash,
      candidates: all,
      routers,
      contextLock: loaded.contextLock,
      ...badge,
      ...(worlds === undefined ? {} : { worlds }),
    },
    warnings,
    expectedCount: planned.expectedRequestCount,
    uncertain: loaded.uncertain,
  };
}

/** Of several scenarios some may have no ranges; the report says which inputs were drawn. */
export function rejectWithoutRanges(comparisons: readonly PlannedComparison[]): void {
  if (comparisons.some(({ worlds }) => worlds !== undefined)) return;
  throw usageError({
    code: 'nothing-uncertain',
    what: '--uncertain has nothing to draw: no assumption of the scenario has a range',
    why: 'Every world would be the same.',
    fix: 'give an assumption `low` and `high`, as { path: services.web.instance.startup, low: 20s, high: 120s, basis: guess }.',
  });
}

/** A bare name that means a file of this package, and none of the user's. */
function shippedNotes(scenarios: readonly LoadedScenario[], comparisons: readonly PlannedComparison[]): string[] {
  const ours = scenarios.filter(({ file, path }) => isShipped('scenarios', path) && resolve(file) !== path);
  const specs = comparisons.flatMap(({ candidates }) => candidates.flatMap(({ bindings }) => Object.values(bindings)));
  const policies = specs.flatMap((spec) =>
    'path' in spec && spec.path.startsWith('dryscale/policies/') ? spec.path : [],
  );
  return [
    ...ours.map(
      ({ file, path }) => `${file} is a scenario that comes with dryscale: ${shippedLabel('scenarios', path)}.`,
    ),
    ...[...new Set(policies)].map(
      (path) => `${basename(path).replace(/\.\w+$/, '')} is a policy that comes with dryscale: ${path}.`,
    ),
  ];
}

/** The revision that `--against` names. */
interface Against {
  readonly revision: Revision;
  /** The one policy of `git:REV:PATH`. */
  readonly named?: GitCandidate;
}

async function againstOf({ against }: Options, isSingle: boolean): Promise<Against | undefined> {
  const reference = parseGitReference(against);
  if (reference === undefined) return undefined;
  if (isSingle) throw conflicting('run', `--against ${reference.text}`, 'run has one policy: use dryscale compare.');
  const revision = findRevision(reference.revision, reference.text);
  if (reference.path === undefined) return { revision };
  return { revision, named: await readGitCandidate(reference, reference.path, revision) };
}

function pastOf(
  { revision }: Against,
  { path, scenario, folder }: LoadedScenario,
  { options, serviceNames }: Asked,
  now: readonly Candidate[],
): Promise<Past> {
  const isGiven = options.policies.length > 0;
  return pastPolicies({
    revision,
    scenarioFile: path,
    texts: isGiven ? options.policies : listedPolicies(scenario),
    baseFolder: isGiven ? process.cwd() : folder,
    now,
    isGiven: isGiven || options.set.some((setting) => /^policies\b/.test(setting)),
    metricNames: options.metricNames,
    serviceNames: isGiven ? serviceNames : Object.keys(scenario.services),
    inputs: [
      ...options.manifests.map((one) => resolve(one)),
      ...traceFiles(scenario, folder),
      ...routerPaths(scenario, folder),
      ...lockFiles(scenario, folder),
    ],
  });
}

function revisionResult({ name, commit }: Revision, { notes, policies }: Comparable<unknown>): RevisionResult {
  const changes = new Map(policies.flatMap((one) => one.changes.map((change) => [change.path, change])));
  return {
    name,
    commit,
    notes: [...notes],
    policies: policies.map((one) => ({
      policy: one.policy,
      state: one.state,
      ...(one.past === undefined ? {} : { before: one.past.name }),
      files: one.changes.map(({ path }) => path),
    })),
    changes: [...changes.values()],
  };
}

/** All candidates against the one policy that was named. */
function namedRevision(
  { revision }: Against,
  { candidate, path }: GitCandidate,
  now: readonly Candidate[],
): RevisionResult {
  const changes = [fileChange(revision, path) ?? []].flat();
  const policies = now.map(({ name }) => ({ policy: name, state: 'against' as const, past: candidate, changes }));
  return revisionResult(revision, { notes: revision.notes, policies, prepared: undefined });
}

function seedOf({ seed }: Options): string[] {
  return seed === undefined ? [] : [`seed=${seed}`];
}

/** Without any the instances stay as they are. */
function listedPolicies({ policies }: Pick<Scenario, 'policies'>): readonly string[] {
  return policies.length === 0 ? ['none'] : policies;
}

interface Asked {
  readonly options: Options;
  readonly isSingle: boolean;
  /** Of all scenarios. */
  readonly serviceNames: readonly string[];
  readonly worlds: WorldsAsked | undefined;
}

async function candidatesOf(
  { scenario: { policies, services }, folder, file }: LoadedScenario,
  { options, isSingle, serviceNames }: Asked,
): Promise<readonly Candidate[]> {
  const isGiven = options.policies.length > 0;
  const ofScenario = listedPolicies({ policies }).slice(0, isSingle ? 1 : undefined);
  const { metricNames } = options;
  const candidates = await resolveCandidates(
    isGiven
      ? { texts: options.policies, baseFolder: process.cwd(), metricNames, serviceNames }
      : { texts: ofScenario, baseFolder: folder, metricNames, serviceNames: Object.keys(services) },
  );
  rejectUnbound(candidates, { file, serviceNames: Object.keys(services) });
  if (!isSingle || candidates.length === 1) return candidates;
  if (!isGiven) return candidates.slice(0, 1);
  throw usageError({
    code: 'too-many-policies',
    what: `run got ${candidates.length} policies: ${candidates.map(({ name }) => name).join(', ')}`,
    why: 'It runs one.',
    fix: 'use dryscale compare.',
  });
}

/** A policy for services of other scenarios only would leave this one as it is, under its name. */
function rejectUnbound(
  candidates: readonly Candidate[],
  { file, serviceNames }: { readonly file: string; readonly serviceNames: readonly string[] },
): void {
  const idle = candidates.find(({ bindings }) => !['*', ...serviceNames].some((name) => name in bindings));
  if (idle === undefined) return;
  const bound = Object.keys(idle.bindings).join(', ');
  throw usageError({
    code: 'policy-spec',
    what: `${idle.name} is for ${bound}, and ${file} has no such service`,
    why: `It would scale nothing there. The services of ${file}: ${serviceNames.join(', ')}.`,
    fix: `bind one of them too, or compare on ${file} by itself.`,
  });
}

/** A policy of the revision may be called what a file is called: `hpa@main.yaml`. */
function rejectDoubles(candidates: readonly Candidate[]): void {
  const names = candidates.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double === undefined) return;
  throw usageError({
    code: 'double-policy',
    what: `two candidates are named "${double}"`,
    why: 'Results are told apart by their names.',
    fix: 'give one a label: --policy LABEL=FILE.',
  });
}

function rejectUnknownNames(
  candidates: readonly Candidate[],
  { reference, gate }: { readonly reference: string | undefined; readonly gate: string },
): void {
  const names = candidates.map(({ name }) => name);
  if (reference !== undefined && !names.includes(reference)) throw unknownName('--against', reference, names);
  if (gate !== 'all' && gate !== 'any' && !names.includes(gate))
    throw unknownName('--gate', gate, ['all', 'any', ...names]);
}
