import { endsIn } from '../../base/fileEndings.js';
import { ProblemError } from '../../base/problem.js';
import { entriesOf, statOf } from '../../base/userFolder.js';
/** Files of one folder; a repository of manifests has hundreds. */
const FILES_LIMIT = 2_000;
/** Entries that are looked at, whatever they are. */
const ENTRIES_LIMIT = 200_000;
/**
 * The files in a folder and below it that end so, as they would be typed, sorted by path.
 *
 * Hidden ones and `node_modules` are left out; links to folders are not followed, for they may lead in circles.
 * @throws ProblemError when there are too many, or a folder cannot be read
 */
export function walkFolder(folder, endings) {
    const found = [];
    const open = [folder.replace(/[\\/]+$/, '') || folder];
    let entryCount = 0;
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
        const entries = entriesOf(here, 'There may be manifests in it.').filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
        entryCount += entries.length;
        const paths = entries.map((entry) => ({ entry, path: here === '.' ? entry.name : `${here}/${entry.name}` }));
        found.push(...paths.filter(({ entry, path }) => endsIn(entry.name, endings) && isFile(entry, path)).map(({ path }) => path));
        open.push(...paths.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path));
        if (found.length > FILES_LIMIT || entryCount > ENTRIES_LIMIT)
            throw new ProblemError([tooMany(folder)]);
    }
    return found.sort((a, b) => (a < b ? -1 : 1));
}
function isFile(entry, path) {
    if (entry.isFile())
        return true;
    return entry.isSymbolicLink() && statOf(path)?.isFile() === true;
}
function tooMany(folder) {
    return {
        code: 'too-many-files',
        where: { file: folder },
        what: `has more than ${FILES_LIMIT} files to read, or ${ENTRIES_LIMIT} entries`,
        why: 'So many are a whole disk or a mistake.',
        fix: 'name the folder that has the manifests.',
    };
}
