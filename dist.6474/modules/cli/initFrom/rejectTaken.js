import { existsSync } from 'node:fs';
import { exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { ProblemError } from '../../base/problem.js';
import { optionalText } from '../../base/userFile.js';
const largestBytes = 1_000_000_000;
/**
 * Refuses to overwrite what somebody wrote. A schema, of whichever version, is nobody's loss.
 *
 * @param isSameTaken whether a file that already says the same is taken too
 * @throws ProblemError with exit code 106
 */
export function rejectTaken(places, force, isSameTaken = false) {
    checkOutputs(places);
    const taken = places.filter(({ path, text }) => {
        if (!existsSync(path))
            return false;
        const there = optionalText(path, largestBytes) ?? '';
        return !isSchema(there) && (isSameTaken || there !== text);
    });
    if (taken.length === 0 || force)
        return;
    const why = 'It would be overwritten.';
    const fix = 'add --force, or name another folder.';
    throw new ProblemError(taken.map(({ path: file }) => ({ code: 'file-exists', where: { file }, what: 'is there already', why, fix })), exitCode.outputBlocked);
}
function isSchema(text) {
    return /"title": "dryscale scenario"/.test(text);
}
