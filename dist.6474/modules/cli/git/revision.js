import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { askGit, git } from './runGit.js';
/**
 * Finds a revision.
 *
 * @param shown the option as the user wrote it, for messages
 * @throws ProblemError with exit code 104 outside a repository, or for a revision that it does not have
 */
export function findRevision(name, shown) {
    const root = rootOf(shown);
    const own = commitOf(name);
    // As `git checkout main` does it: CI checks out a commit, and has branches only as those of its remote.
    const remote = own === undefined ? remoteBranches(name) : [];
    const commit = own ?? (remote.length === 1 ? commitOf(remote[0]) : undefined);
    if (commit === undefined)
        throw unknownRevision(name, shown);
    const notes = own === undefined ? [`"${name}" is no branch here: ${remote[0]} is taken.`] : [];
    return { name, label: labelOf(name), commit, root, notes: [...notes, ...movedOn(name, commit)] };
}
/** The path that git knows a file by; undefined outside of the repository. */
export function repositoryPath({ root }, file) {
    const path = relative(root, join(realFolder(dirname(resolve(file))), basename(file)));
    return path.startsWith(`..${sep}`) || path === '..' || resolve(root, path) !== join(root, path)
        ? undefined
        : path.split(sep).join('/');
}
/** The folder without links on the way; one that is gone since the revision stays as it is written, below the first that is there. */
function realFolder(folder) {
    try {
        return realpathSync(folder);
    }
    catch {
        const parent = dirname(folder);
        return parent === folder ? folder : join(realFolder(parent), basename(folder));
    }
}
function rootOf(shown) {
    const { text, complaint } = askGit(['rev-parse', '--show-toplevel']);
    if (text !== undefined && text.trim() !== '')
        return realpathSync(text.replace(/\r?\n$/, ''));
    if (complaint.includes('dubious ownership')) {
        const what = 'git refuses the repository, because another user owns its folder';
        const why = 'git reads only what the same user owns, unless told otherwise; containers often run as another user.';
        throw problem(shown, 'foreign-repository', what, why, `git config --global --add safe.directory '${process.cwd()}'`);
    }
    const what = 'is not in a git repository, or git is not installed';
    const why = 'git: reads from the repository of the working folder.';
    throw problem(shown, 'not-a-repository', what, why, 'change into the repository.');
}
function commitOf(name) {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim();
}
/** `origin/main` for `main`, of every remote that has it. */
function remoteBranches(name) {
    if (!/^[\w./-]+$/.test(name))
        return [];
    return lines(git(['for-each-ref', '--format=%(refname:short)', `refs/remotes/*/${name}`]));
}
function unknownRevision(name, shown) {
    const what = `"${name}" is not a revision of this repository`;
    if (git(['rev-parse', '--is-shallow-repository'])?.trim() === 'true') {
        const why = 'The clone is shallow: it has the last commits of one branch only.';
        const fix = `git fetch origin ${name.replace(/^origin\//, '')}; in CI fetch everything (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0).`;
        return problem(shown, 'unknown-revision', what, why, fix);
    }
    const known = lines(git(['for-each-ref', '--format=%(refname:short)', '--count=50']));
    const fix = `${suggestion(name, known)} A branch of a remote must have been fetched.`.trim();
    return problem(shown, 'unknown-revision', what, 'git knows no such branch, tag or commit.', fix);
}
/** What the branch has not taken over yet looks as if it had been taken back. */
function movedOn(name, commit) {
    const { text, complaint } = askGit(['merge-base', '--is-ancestor', commit, 'HEAD']);
    if (text !== undefined || complaint !== '')
        return [];
    const base = git(['merge-base', commit, 'HEAD'])?.trim();
    if (base === undefined || base === '')
        return [];
    return [
        `${name} has commits that this branch does not have; they count as changes of the branch. The point where it began is git:${base.slice(0, 12)}.`,
    ];
}
/** A whole hash is longer than any table is wide. */
function labelOf(name) {
    return /^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 8) : name;
}
function lines(text) {
    return (text ?? '').split('\n').filter(Boolean);
}
/** Something about `--against` that cannot be answered: exit code 104. */
export function problem(file, code, what, why, fix) {
    return new ProblemError([{ code, where: { file }, what, why, fix }]);
}
