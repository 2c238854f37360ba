import { basename } from 'node:path';
import { dataEndings, endsIn } from '../../base/fileEndings.js';
import { suggestion } from '../../base/nearest.js';
import { policyFile } from '../../policy/policyFiles.js';
import { usageError } from '../usageError.js';
import { nameAt, pastCandidates } from './pastCandidate.js';
import { problem } from './revision.js';
import { git } from './runGit.js';
import { Snapshot } from './snapshot.js';
/**
 * The one policy that `git:REV:PATH` names, as it is in the revision.
 *
 * @throws ProblemError with exit code 104 for a path that the revision does not have
 */
export async function readGitCandidate({ text, params }, path, revision) {
    const snapshot = new Snapshot(revision);
    try {
        // As git itself reads it, from the root of the repository; people type what lies before them, so the working folder is next.
        for (const baseFolder of [revision.root, process.cwd()]) {
            const found = await pastCandidates({ text: path + params, baseFolder, metricNames: {} }, revision, snapshot);
            const [candidate] = found.candidates;
            if (candidate === undefined)
                continue;
            if (found.candidates.length === 1) {
                const [place = path] = Object.keys(found.formerNames);
                return { candidate: { ...candidate, name: nameAt(candidate.name, revision) }, path: place };
            }
            const what = `--against "${text}" names ${found.candidates.length} policies`;
            throw usageError({
                code: 'too-many-policies',
                what,
                why: 'There is one reference.',
                fix: 'give each parameter one value.',
            });
        }
    }
    finally {
        snapshot.remove();
    }
    throw noSuchPath(text, path, revision);
}
function noSuchPath(text, path, { name, commit }) {
    const files = (git(['ls-tree', '-r', '--name-only', '--full-tree', commit]) ?? '').split('\n');
    if (files.includes(path)) {
        const what = `"${path}" is in the revision ${name}, but git cannot read it`;
        return problem(text, 'unreadable-path', what, 'Its object is missing here.', 'fetch it: git fetch --refetch.');
    }
    const policies = files.filter((file) => policyFile.test(file));
    const sameName = policies.filter((file) => basename(file) === basename(path));
    const known = sameName.length > 0 ? sameName : policies.filter((file) => !endsIn(file, dataEndings));
    const fix = suggestion(path, known.slice(0, 20)) || 'check the path.';
    const what = `"${path}" is not in the revision ${name}`;
    return problem(text, 'no-such-path', what, 'The path is that of the repository, or of the working folder.', fix);
}
