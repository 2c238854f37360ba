import { resolve } from 'node:path';
import { type Problem, ProblemError } from '../../base/problem.js';
import { namedCandidates } from '../../policy/namedCandidates.js';
import { policiesOf } from '../../policy/parsePolicySpec.js';
import { policyFile, policyPlace } from '../../policy/policyFiles.js';
import { type Candidate, membersOf, type SinglePolicySpec } from '../../policy/policySpec.js';
import type { FileChange, RevisionResult } from '../../results/revisionResult.js';
import { fileChange } from './fileChange.js';
import { nameAt, pastCandidates } from './pastCandidate.js';
import { policiesThen } from './policiesThen.js';
import { type Revision, repositoryPath } from './revision.js';
import { git } from './runGit.js';
import { Snapshot } from './snapshot.js';

interface PastRequest {
  readonly revision: Revision;
  /** As the user wrote it. */
  readonly scenarioFile: string;
  /** What the candidates of now were made from, and what its paths are relative to. */
  readonly texts: readonly string[];
  readonly baseFolder: string;
  /** The candidates of now, in the order of the texts. */
  readonly now: readonly Candidate[];
  /** Whether the texts are the user's, not the scenario's. */
  readonly isGiven: boolean;
  readonly metricNames: Readonly<Record<string, string>>;
  /** What a name before `=` may be, else it is a label. */
  readonly serviceNames: readonly string[];
  /** Other files that the scenario is made from: manifests and traces, as absolute paths. */
  readonly inputs: readonly string[];
}

/** One policy of now or then, and what became of it. */
interface PolicyPast {
  readonly policy: string;
  readonly state: RevisionResult['policies'][number]['state'];
  /** As it was, where it differs from what it is. */
  readonly past?: Candidate;
  readonly changes: readonly FileChange[];
}

export interface Past {
  readonly notes: readonly string[];
  readonly policies: readonly PolicyPast[];
}

/**
 * What the policies of a scenario were in a revision: each is found by its file and parameters.
 *
 * New, removed and unreadable ones are noted, never a failure: a pull request may add, remove and mend policies.
 */
export async function pastPolicies(request: PastRequest): Promise<Past> {
  const snapshot = new Snapshot(request.revision);
  try {
    return await readPast(request, snapshot);
  } finally {
    snapshot.remove();
  }
}

async function readPast(request: PastRequest, snapshot: Snapshot): Promise<Past> {
  const { revision, texts, now, isGiven } = request;
  const scenario = await scenarioThen(request, snapshot);
  const keys = keysOf(request, texts);
  const thenTexts = isGiven || scenario.texts === undefined ? texts : scenario.texts;
  const then = await entriesThen({ ...request, texts: thenTexts }, snapshot);
  const found = now.map((candidate, index): Found => {
    const { key, paths } = keys[index];
    return { candidate, paths, entry: then.find((one) => one.key === key) };
  });
  const gone = then.filter(({ key, candidate }) => candidate !== undefined && !keys.some((one) => one.key === key));
  const fresh = found.filter(({ entry }) => entry === undefined || (entry.missing.length > 0 && !entry.problem));
  // A file or a parameter that took the place of another one is judged against it: a rename must not hide what it costs.
  const isReplaced = fresh.length === 1 && gone.length === 1;
  const rows = found.map((one) =>
    isReplaced && one === fresh[0]
      ? rowOf({ ...one, entry: gone[0] }, request, snapshot, true)
      : rowOf(one, request, snapshot),
  );
  const removed = isReplaced ? [] : gone.map(({ name }) => ({ policy: name, state: 'removed' as const, changes: [] }));
  const policies = [...rows.map(({ row }) => row), ...removed];
  const inState = (state: PolicyPast['state']) =>
    policies.filter((one) => one.state === state).map(({ policy }) => policy);
  const [same, taken] = [inState('unchanged'), inState('removed')];
  const notes = [
    ...revision.notes,
    ...scenario.notes,
    ...rows.flatMap(({ note }) => note ?? []),
    ...(same.length === 0 ? [] : [`Unchanged since ${revision.name}, so run once: ${same.join(', ')}.`]),
    ...(taken.length === 0 ? [] : [`Removed since ${revision.name}, so not run: ${taken.join(', ')}.`]),
  ];
  return { notes, policies };
}

/** A candidate of now, and the entry of the revision that it is compared with. */
interface Found {
  readonly candidate: Candidate;
  /** Of its files, in the repository. */
  readonly paths: readonly string[];
  readonly entry: Entry | undefined;
}

function rowOf(
  { candidate, paths, entry }: Found,
  request: PastRequest,
  snapshot: Snapshot,
  isReplaced = false,
): { readonly row: PolicyPast; readonly note?: string } {
  const { revision } = request;
  const { name: policy } = candidate;
  const files = paths.map((path, index) => ({
    path,
    former: entry?.formerNames[path] ?? (isReplaced ? (entry?.paths[index] ?? path) : path),
  }));
  if (entry?.problem !== undefined) {
    const changes = changesOf(request, files, snapshot);
    return {
      row: { policy, state: 'not comparable', changes },
      note: notComparableNote(policy, revision, entry.problem),
    };
  }
  if (entry?.candidate === undefined) {
    const why = entry === undefined ? 'the scenario did not name it' : `it has no ${entry.missing.join(', ')}`;
    const note = `${policy} is new: ${revision.name} has nothing to compare it with (${why}).`;
    return { row: { policy, state: 'new', changes: [] }, note };
  }
  if (entry.candidate.hash === candidate.hash) return { row: { policy, state: 'unchanged', changes: [] } };
  const past = { ...entry.candidate, name: nameAt(isReplaced ? entry.name : policy, revision) };
  const row: PolicyPast = { policy, state: 'changed', past, changes: changesOf(request, files, snapshot) };
  if (!isReplaced) return { row };
  return { row, note: `${policy} takes the place of ${entry.name} of ${revision.name}, and is compared with it.` };
}

/** A policy of the revision that cannot run here: the pull request that mends it must not be stopped by it. */
export function notComparableNote(policy: string, { name }: Pick<Revision, 'name'>, problem: Problem): string {
  return `${policy} is compared with nothing, because it cannot run as it was in ${name}: ${problem.where.file ?? ''} ${problem.what}.`;
}

interface Entry {
  readonly key: string;
  /** As the text names it. */
  readonly name: string;
  /** Of its files, in the repository. */
  readonly paths: readonly string[];
  readonly candidate: Candidate | undefined;
  readonly problem: Problem | undefined;
  readonly missing: readonly string[];
  readonly formerNames: Readonly<Record<string, string>>;
}

async function entriesThen(request: PastRequest, snapshot: Snapshot): Promise<Entry[]> {
  const { revision, texts, baseFolder, metricNames, serviceNames } = request;
  const entries: Entry[] = [];
  for (const text of texts) {
    const keys = keysOf(request, [text]);
    const nothing = { candidate: undefined, problem: undefined, missing: [], formerNames: {} };
    try {
      const read = await pastCandidates({ text, baseFolder, metricNames, serviceNames }, revision, snapshot);
      const { missing, formerNames } = read;
      const problem = read.candidates
        .flatMap(({ bindings }) => Object.values(bindings).flatMap(membersOf))
        .flatMap(loadProblem)[0];
      const each = { ...nothing, missing, formerNames, problem };
      entries.push(...keys.map((key, index) => ({ ...each, ...key, candidate: read.candidates[index] })));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      entries.push(...keys.map((key) => ({ ...nothing, ...key, problem: thrown.problems[0] })));
    }
  }
  return entries;
}

function loadProblem(spec: SinglePolicySpec): Problem[] {
  if (!('loadFault' in spec) || spec.loadFault === undefined) return [];
  return [{ code: 'load', where: {}, what: spec.loadFault, why: '', fix: '' }];
}

interface Key {
  /** Files by their paths in the repository, services and parameters: the same policy then and now has the same. */
  readonly key: string;
  readonly name: string;
  readonly paths: readonly string[];
}

/** Of texts that can be read: those of a revision that cannot have no candidates. */
function keysOf({ revision, baseFolder, serviceNames }: PastRequest, texts: readonly string[]): Key[] {
  return named(texts, { baseFolder, serviceNames }).map(({ name, references }) => {
    const policies = references.flatMap((reference) =>
      policiesOf(reference).map((policy) => ({ ...policy, serviceName: reference.serviceName })),
    );
    const parts = policies.map(({ serviceName, target, params }) => {
      const file = policyPlace(target, baseFolder);
      const isOwn = !file.isShipped && policyFile.test(file.path);
      const path = isOwn ? repositoryPath(revision, file.path) : undefined;
      const values = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
      return { path, key: [serviceName, path ?? target, values] };
    });
    const paths = parts.flatMap(({ path }) => path ?? []);
    return { key: JSON.stringify(parts.map(({ key }) => key)), name, paths };
  });
}

function named(...request: Parameters<typeof namedCandidates>): ReturnType<typeof namedCandidates> {
  try {
    return namedCandidates(...request);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

/** How a policy's files differ, and what they import; else how the scenario does, which gives it its parameters. */
function changesOf(
  { revision, scenarioFile }: PastRequest,
  files: readonly FilePair[],
  snapshot: Snapshot,
): FileChange[] {
  const all = files.flatMap((one) => [one, ...snapshot.importsOf(one.path).map((path) => ({ path, former: path }))]);
  const changes = all.flatMap(({ path, former }) => fileChange(revision, path, former) ?? []);
  if (changes.length > 0) return changes;
  const scenario = repositoryPath(revision, resolve(scenarioFile));
  return scenario === undefined ? [] : [fileChange(revision, scenario) ?? []].flat();
}

interface FilePair {
  readonly path: string;
  /** Its name in the revision. */
  readonly former: string;
}

interface ScenarioThen {
  /** Its policies; undefined where those of now are to be looked up. */
  readonly texts: readonly string[] | undefined;
  readonly notes: readonly string[];
}

/** Both sides run on the scenario of the working folder: what else differs is said. */
async function scenarioThen(
  { revision, scenarioFile, inputs }: PastRequest,
  snapshot: Snapshot,
): Promise<ScenarioThen> {
  const path = repositoryPath(revision, resolve(scenarioFile));
  if (path === undefined) {
    return {
      texts: undefined,
      notes: [`${scenarioFile} is outside of the repository: both sides run on it as it is.`],
    };
  }
  const then = await policiesThen(path, snapshot);
  if (then === undefined) {
    const note = `${path} is new: ${revision.name} does not have it. Policies that it does have are compared.`;
    return { texts: undefined, notes: [note] };
  }
  const others = inputs.flatMap((file) => repositoryPath(revision, file) ?? []);
  const changed = changedFiles(revision, [path, ...others]);
  const list =
    changed.length === 0
      ? []
      : [`${changed.join(', ')} changed since ${revision.name}: both sides run on what is there now.`];
  if (!then.isUnreadable) return { texts: then.texts, notes: list };
  const unreadable = `The policies that ${path} had in ${revision.name} cannot be read: those of now are looked up there.`;
  return { texts: undefined, notes: [...list, unreadable] };
}

function changedFiles({ commit, root }: Revision, paths: readonly string[]): string[] {
  const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-relative', commit, '--', ...paths];
  return (git(args, { folder: root }) ?? '').split('\0').filter(Boolean);
}
