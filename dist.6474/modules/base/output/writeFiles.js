import { withFolderLock } from './folderLock.js';
import { attempt, blocked, reasonOf } from './outputProblem.js';
import { outputTarget } from './outputTarget.js';
import { Replacement, syncFolder } from './replacement.js';
/**
 * Writes files, each whole or not at all; those of one call belong together.
 *
 * All are on the disk before the first takes its place, so that a full disk replaces none of them.
 * @throws ProblemError with exit code 106 that says which were replaced, if any
 */
export function writeFiles(files) {
    const replacements = [];
    try {
        for (const file of files) {
            const target = outputTarget(file);
            attempt(file.path, () => {
                const replacement = new Replacement(target);
                replacements.push(replacement);
                for (const part of typeof file.text === 'string' ? [file.text] : file.text)
                    replacement.write(part);
                replacement.finish();
            });
        }
    }
    catch (thrown) {
        for (const replacement of replacements)
            replacement.discard();
        throw thrown;
    }
    replaceAll(replacements);
}
/** Puts finished files in place of the old ones. @throws ProblemError with exit code 106 that says which were replaced, if any */
export function replaceAll(replacements) {
    const [first] = replacements;
    if (first === undefined)
        return;
    const placed = [];
    const renameAll = () => {
        for (const replacement of replacements) {
            attempt(replacement.path, () => replacement.putInPlace(), whatIsWritten(placed));
            placed.push(replacement.path);
        }
    };
    try {
        // One rename is one step anyway.
        if (replacements.length === 1)
            renameAll();
        else
            attempt(first.path, () => withFolderLock(first.folder, renameAll), whatIsWritten(placed));
    }
    finally {
        for (const replacement of replacements.slice(placed.length))
            replacement.discard();
    }
    for (const folder of new Set(replacements.map((one) => one.folder)))
        syncPlaced(folder, placed);
}
function whatIsWritten(placed) {
    return placed.length === 0 ? {} : { why: `Written before it: ${placed.join(', ')}.` };
}
function syncPlaced(folder, placed) {
    try {
        syncFolder(folder);
    }
    catch (thrown) {
        const why = `${placed.join(', ')} can be read, and may be the old ones again after a power cut.`;
        throw blocked(folder, reasonOf(thrown), { why, fix: 'look after the disk, then run again.' });
    }
}
