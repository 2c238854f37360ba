import { spawnSync } from 'node:child_process';
/** Larger than any policy or scenario that is read (1 MB), and enough for the names of a large repository. */
const mostBytes = 16_000_000;
const mostMilliseconds = 60_000;
/**
 * Runs one git command without a shell; nothing of the repository is changed, not even its index.
 *
 * English messages, since one of them is recognised; paths as they are written, whatever characters they have.
 */
export function askGit(args, { input, folder } = {}) {
    const { status, stdout, stderr, error } = spawnSync('git', args, {
        encoding: 'utf8',
        maxBuffer: mostBytes,
        timeout: mostMilliseconds,
        env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', GIT_TERMINAL_PROMPT: '0' },
        ...(folder === undefined ? {} : { cwd: folder }),
        ...(input === undefined ? {} : { input }),
    });
    if (error !== undefined)
        return { text: undefined, complaint: error.message };
    return { text: status === 0 ? stdout : undefined, complaint: stderr };
}
/** The output of a git command; undefined when it fails. */
export function git(args, call = {}) {
    return askGit(args, call).text;
}
