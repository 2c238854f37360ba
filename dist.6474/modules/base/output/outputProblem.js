import { exitCode } from '../exitCode.js';
import { ProblemError } from '../problem.js';
const reasons = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left on the device',
    EDQUOT: 'no space is left in the quota',
    EFBIG: 'the file would be larger than the limit of this process or file system',
    EIO: 'the device failed',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EEXIST: 'a file is in the way',
    ENOENT: 'the folder does not exist',
    EISDIR: 'a folder is in the way',
    ELOOP: 'its symbolic links go round in circles',
    ENAMETOOLONG: 'the name is too long',
    ETXTBSY: 'it is a program that runs',
};
/** Why something with the file system failed, in words, with the system's name for it. */
export function reasonOf(thrown) {
    const code = codeOf(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return `${reasons[code] ?? message}${code === '' ? '' : ` (${code})`}`;
}
export function codeOf(thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
/** A place that cannot be written to. */
export function blocked(path, reason, { why = 'The output needs a place.', fix = 'name another place, or free this one.' } = {}) {
    const problem = { code: 'output-blocked', where: { file: path }, what: `cannot be written: ${reason}`, why, fix };
    return new ProblemError([problem], exitCode.outputBlocked);
}
/** Carries out something with the file system; its errors become problems of the output. */
export function attempt(path, action, words = {}) {
    try {
        return action();
    }
    catch (thrown) {
        throw thrown instanceof ProblemError ? thrown : blocked(path, reasonOf(thrown), words);
    }
}
