import { usageError } from '../usageError.js';
/** @returns undefined for a text that names no revision @throws ProblemError with exit code 2 for one that does so badly */
export function parseGitReference(text) {
    if (text?.startsWith('git:') !== true)
        return undefined;
    const [, revision, path, params] = /^git:([^:]+)(?::([^?]+)(\?.*)?)?$/s.exec(text) ?? [];
    // A revision that begins with a dash would be an option of git.
    if (revision !== undefined && !revision.startsWith('-') && path?.includes(';') !== true) {
        return { text, revision, path, params: params ?? '' };
    }
    throw usageError({
        code: 'git-reference',
        what: `--against "${text}" names no revision, and no policy of one`,
        why: 'It is git:REV, the policies of every scenario as they are in that revision, or git:REV:PATH, one policy of it.',
        fix: 'write for example --against git:main, or --against git:main:policies/target-cpu.lua.',
    });
}
