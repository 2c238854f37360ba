import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { readUserBytes } from '../../base/userFile.js';
/** The folder of a script, links followed: the one place that an import reads from. */
export function folderOf(file) {
    return dirname(realpathSync(resolve(file)));
}
/** Follows the links of a path, and opens nothing. */
export function findInside(folder, asked) {
    if (!isInside(asked, folder))
        return { kind: 'outside' };
    try {
        const path = realpathSync(asked);
        if (!isInside(path, folder))
            return { kind: 'outside' };
        return statSync(path).isFile() ? { kind: 'file', path } : { kind: 'not-plain' };
    }
    catch {
        // No such file, or a path that no file can have: too long, with a NUL, through a file or in a circle.
        return { kind: 'absent' };
    }
}
/** The bytes of a file that was found. @param shown as problems name it @throws ProblemError */
export function readFound({ path }, shown, limitBytes) {
    const why = 'The options may depend on it.';
    return Buffer.from(readUserBytes({ path, shown, limitBytes, why, hasNoLinks: true }));
}
/** Whether a path is a folder or lies below it, by its letters. */
export function isInside(path, folder) {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}
