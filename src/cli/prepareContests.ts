import { exitCode } from '../base/exitCode.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { resolveCandidates } from '../policy/candidates.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Contest } from '../run/plan.js';
import { bindManifests } from '../scenario/bindManifests.js';
import { checkManifests } from '../scenario/checkManifests.js';
import { expectedArrivals } from '../scenario/expectedArrivals.js';
import { type LoadedScenario, loadScenario } from '../scenario/load.js';
import { manifestBounds } from '../scenario/manifestBounds.js';
import { rejectBadThresholds } from '../scenario/rejectBadThresholds.js';
import { workloadSets } from '../scenario/workloadSets.js';
import { parseGitReference, readGitCandidate } from './gitPolicy.js';
import type { Options } from './options.js';
import { conflicting, unknownName, usageError } from './usageError.js';

export interface PreparedContests {
  readonly contests: readonly Contest[];
  /** [contest] requests expected in one run of one candidate. */
  readonly expectedCounts: readonly number[];
  /** What the user should know and need not mend. */
  readonly warnings: readonly Problem[];
  /** Name of the candidate that `--against` names; the first one when left out. */
  readonly reference: string | undefined;
}

interface Request {
  readonly files: readonly string[];
  readonly options: Options;
  /** One policy only, as `run` does. */
  readonly isSingle: boolean;
}

/**
 * Reads the scenarios and their candidates, so that nothing that could have been known stops the runs later.
 *
 * @throws ProblemError
 */
export async function prepareContests({ files, options, isSingle }: Request): Promise<PreparedContests> {
  const seed = options.seed === undefined ? [] : [`seed=${options.seed}`];
  const warnings: Problem[] = [];
  const contests: Contest[] = [];
  const expectedCounts: number[] = [];
  const revision = await revisionOf(options, isSingle);
  const scenarios: LoadedScenario[] = [];
  for (const file of files) scenarios.push(await loadScenario(file, { set: [...options.set, ...seed] }));
  // A name is a service, or a label, in all scenarios alike.
  const serviceNames = [...new Set(scenarios.flatMap(({ scenario }) => Object.keys(scenario.services)))];
  for (const written of scenarios) {
    const { file } = written;
    const candidates = await candidatesOf(written, { options, isSingle, serviceNames });
    const bound = bindManifests(written.scenario, [...revision, ...candidates]);
    const all = bound.candidates;
    const deployed = workloadSets(written.scenario, all, options.manifests);
    const bounds = manifestBounds(written.scenario, written.openBounds, all);
    const own = [...deployed.set, ...bounds.set];
    const set = [...own, ...options.set, ...seed];
    const loaded = own.length === 0 ? written : await loadScenario(file, { set });
    rejectBadThresholds(loaded.scenario, { file });
    warnings.push(...loaded.warnings, ...bound.warnings, ...deployed.notes, ...bounds.notes);
    const { scenario, folder, hash } = loaded;
    const expected = Object.values(expectedArrivals(scenario, folder)).reduce((sum, count) => sum + count, 0);
    rejectTooMuch(expected, { file, maxRequests: options.maxRequests });
    expectedCounts.push(expected);
    warnings.push(...checkManifests(scenario, all));
    contests.push({ scenario, folder, hash, candidates: all });
  }
  const reference = revision[0]?.name ?? options.against;
  for (const { candidates } of contests) rejectUnknownNames(candidates, { reference, gate: options.gate });
  return { contests, expectedCounts, warnings, reference };
}

/** The reference of another revision, if `--against` names one. */
async function revisionOf({ against }: Options, isSingle: boolean): Promise<readonly Candidate[]> {
  const revision = parseGitReference(against);
  if (revision === undefined) return [];
  if (isSingle) throw conflicting('run', `--against ${revision.text}`, 'run has one policy: use dryscale compare.');
  return [await readGitCandidate(revision)];
}

interface Asked {
  readonly options: Options;
  readonly isSingle: boolean;
  /** Of all scenarios. */
  readonly serviceNames: readonly string[];
}

async function candidatesOf(
  { scenario: { policies, services }, folder, file }: LoadedScenario,
  { options, isSingle, serviceNames }: Asked,
): Promise<readonly Candidate[]> {
  const isGiven = options.policies.length > 0;
  const ofScenario = policies.length === 0 ? ['none'] : isSingle ? policies.slice(0, 1) : policies;
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

/** Hours of work are refused before they start, not found out in the middle. */
function rejectTooMuch(
  expected: number,
  { file, maxRequests }: { readonly file: string; readonly maxRequests: number },
): void {
  if (expected <= maxRequests) return;
  const problem: Problem = {
    code: 'too-many-requests',
    where: { file, path: 'traffic' },
    what: `about ${Math.round(expected)} requests are expected in one replication; the limit is ${maxRequests}`,
    why: 'Such a run takes many minutes a replication and policy.',
    fix: `lower rates or duration, or raise the limit: --max-requests ${Math.ceil(expected)}.`,
  };
  throw new ProblemError([problem], exitCode.outputBlocked);
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
