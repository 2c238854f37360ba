import { resolve } from 'node:path';
import { ProblemError } from '../../base/problem.js';
import { namedCandidates } from '../../policy/namedCandidates.js';
import { policyFile, policyPlace } from '../../policy/policyFiles.js';
import { fileChange } from './fileChange.js';
import { nameAt, pastCandidates } from './pastCandidate.js';
import { policiesThen } from './policiesThen.js';
import { repositoryPath } from './revision.js';
import { git } from './runGit.js';
import { Snapshot } from './snapshot.js';
/**
 * What the policies of a scenario were in a revision: each is found by its file and parameters.
 *
 * New, removed and unreadable ones are noted, never a failure: a pull request may add, remove and mend policies.
 */
export async function pastPolicies(request) {
    const snapshot = new Snapshot(request.revision);
    try {
        return await readPast(request, snapshot);
    }
    finally {
        snapshot.remove();
    }
}
async function readPast(request, snapshot) {
    const { revision, texts, now, isGiven } = request;
    const scenario = await scenarioThen(request, snapshot);
    const keys = keysOf(request, texts);
    const thenTexts = isGiven || scenario.texts === undefined ? texts : scenario.texts;
    const then = await entriesThen({ ...request, texts: thenTexts }, snapshot);
    const found = now.map((candidate, index) => {
        const { key, paths } = keys[index];
        return { candidate, paths, entry: then.find((one) => one.key === key) };
    });
    const gone = then.filter(({ key, candidate }) => candidate !== undefined && !keys.some((one) => one.key === key));
    const fresh = found.filter(({ entry }) => entry === undefined || (entry.missing.length > 0 && !entry.problem));
    // A file or a parameter that took the place of another one is judged against it: a rename must not hide what it costs.
    const isReplaced = fresh.length === 1 && gone.length === 1;
    const rows = found.map((one) => isReplaced && one === fresh[0]
        ? rowOf({ ...one, entry: gone[0] }, request, snapshot, true)
        : rowOf(one, request, snapshot));
    const removed = isReplaced ? [] : gone.map(({ name }) => ({ policy: name, state: 'removed', changes: [] }));
    const policies = [...rows.map(({ row }) => row), ...removed];
    const inState = (state) => policies.filter((one) => one.state === state).map(({ policy }) => policy);
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
function rowOf({ candidate, paths, entry }, request, snapshot, isReplaced = false) {
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
    if (entry.candidate.hash === candidate.hash)
        return { row: { policy, state: 'unchanged', changes: [] } };
    const past = { ...entry.candidate, name: nameAt(isReplaced ? entry.name : policy, revision) };
    const row = { policy, state: 'changed', past, changes: changesOf(request, files, snapshot) };
    if (!isReplaced)
        return { row };
    return { row, note: `${policy} takes the place of ${entry.name} of ${revision.name}, and is compared with it.` };
}
/** A policy of the revision that cannot run here: the pull request that mends it must not be stopped by it. */
export function notComparableNote(policy, { name }, problem) {
    return `${policy} is compared with nothing, because it cannot run as it was in ${name}: ${problem.where.file ?? ''} ${problem.what}.`;
}
async function entriesThen(request, snapshot) {
    const { revision, texts, baseFolder, metricNames, serviceNames } = request;
    const entries = [];
    for (const text of texts) {
        const keys = keysOf(request, [text]);
        const nothing = { candidate: undefined, problem: undefined, missing: [], formerNames: {} };
        try {
            const read = await pastCandidates({ text, baseFolder, metricNames, serviceNames }, revision, snapshot);
            const { missing, formerNames } = read;
            const problem = read.candidates.flatMap(({ bindings }) => Object.values(bindings)).flatMap(loadProblem)[0];
            const each = { ...nothing, missing, formerNames, problem };
            entries.push(...keys.map((key, index) => ({ ...each, ...key, candidate: read.candidates[index] })));
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            entries.push(...keys.map((key) => ({ ...nothing, ...key, problem: thrown.problems[0] })));
        }
    }
    return entries;
}
function loadProblem(spec) {
    if (!('loadFault' in spec) || spec.loadFault === undefined)
        return [];
    return [{ code: 'load', where: {}, what: spec.loadFault, why: '', fix: '' }];
}
/** Of texts that can be read: those of a revision that cannot have no candidates. */
function keysOf({ revision, baseFolder, serviceNames }, texts) {
    return named(texts, { baseFolder, serviceNames }).map(({ name, references }) => {
        const parts = references.map(({ serviceName, target, params }) => {
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
function named(...request) {
    try {
        return namedCandidates(...request);
    }
    catch (thrown) {
        if (thrown instanceof ProblemError)
            return [];
        throw thrown;
    }
}
/** How a policy's files differ, and what they import; else how the scenario does, which gives it its parameters. */
function changesOf({ revision, scenarioFile }, files, snapshot) {
    const all = files.flatMap((one) => [one, ...snapshot.importsOf(one.path).map((path) => ({ path, former: path }))]);
    const changes = all.flatMap(({ path, former }) => fileChange(revision, path, former) ?? []);
    if (changes.length > 0)
        return changes;
    const scenario = repositoryPath(revision, resolve(scenarioFile));
    return scenario === undefined ? [] : [fileChange(revision, scenario) ?? []].flat();
}
/** Both sides run on the scenario of the working folder: what else differs is said. */
async function scenarioThen({ revision, scenarioFile, inputs }, snapshot) {
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
    const list = changed.length === 0
        ? []
        : [`${changed.join(', ')} changed since ${revision.name}: both sides run on what is there now.`];
    if (!then.isUnreadable)
        return { texts: then.texts, notes: list };
    const unreadable = `The policies that ${path} had in ${revision.name} cannot be read: those of now are looked up there.`;
    return { texts: undefined, notes: [...list, unreadable] };
}
function changedFiles({ commit, root }, paths) {
    const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-relative', commit, '--', ...paths];
    return (git(args, { folder: root }) ?? '').split('\0').filter(Boolean);
}
