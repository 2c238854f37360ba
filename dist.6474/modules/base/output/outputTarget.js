import { constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileSystem } from './fileSystem.js';
import { attempt, blocked } from './outputProblem.js';
/** A page has its mark after its security policy. */
const headBytes = 65_536;
/** As many as Linux follows. */
const mostLinks = 40;
/**
 * Looks at the place of a file before it is written: only a regular file is ever replaced, and only one of ours.
 *
 * A link at a name that dryscale chose may lead anywhere, in a repository of somebody else: it is refused.
 * @throws ProblemError with exit code 106
 */
export function outputTarget({ path, mark, isNamed = false }) {
    return attempt(path, () => {
        const file = endOfLinks(path, isNamed);
        const stats = fileSystem.statSync(file, { throwIfNoEntry: false });
        if (stats !== undefined)
            refuseOthers(path, file, stats, mark);
        return { path, file, stats };
    });
}
function endOfLinks(path, isNamed) {
    let file = resolve(path);
    for (let count = 0; count <= mostLinks; count++) {
        if (fileSystem.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return file;
        const target = fileSystem.readlinkSync(file);
        if (!isNamed) {
            const why = `It leads to ${target}, which dryscale was not asked to write.`;
            throw blocked(path, 'it is a symbolic link', { why, fix: 'remove the link, or name another folder.' });
        }
        // Of /dev/stdout the last link is no path.
        if (/^(pipe|socket|anon_inode):/.test(target))
            return file;
        file = resolve(dirname(file), target);
    }
    throw blocked(path, 'its symbolic links go round in circles (ELOOP)');
}
function refuseOthers(path, file, stats, mark) {
    if (stats.isDirectory())
        throw blocked(path, 'it is a folder (EISDIR)');
    if (!stats.isFile()) {
        const why = 'A file is replaced as a whole, and that would remove it.';
        throw blocked(path, `it is ${kindOf(stats)}`, { why, fix: 'name a regular file, and read from that.' });
    }
    const stream = [1, 2].find((descriptor) => isSame(stats, descriptor));
    if (stream !== undefined) {
        const why = `${stream === 1 ? 'stdout' : 'stderr'} goes there, and what stands in it would be lost.`;
        throw blocked(path, 'it is open already', { why, fix: 'name another file.' });
    }
    fileSystem.accessSync(file, constants.W_OK);
    if (mark === undefined || stats.size === 0 || mark.test(headOf(file)))
        return;
    const why = 'It would be lost.';
    throw blocked(path, 'dryscale did not write the file that is there', {
        why,
        fix: 'move it away, or name another place.',
    });
}
function kindOf(stats) {
    if (stats.isFIFO())
        return 'a pipe';
    return stats.isSocket() ? 'a socket' : 'a device';
}
/** Whether an open file is the one. */
function isSame(stats, descriptor) {
    try {
        const { dev, ino } = fileSystem.fstatSync(descriptor);
        return dev === stats.dev && ino === stats.ino;
    }
    catch {
        // It is closed.
        return false;
    }
}
/** What a file begins with. @throws what the file system says */
export function headOf(file) {
    const descriptor = fileSystem.openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
        const bytes = Buffer.alloc(headBytes);
        return bytes.toString('utf8', 0, fileSystem.readSync(descriptor, bytes, 0, headBytes, 0));
    }
    finally {
        fileSystem.closeSync(descriptor);
    }
}
