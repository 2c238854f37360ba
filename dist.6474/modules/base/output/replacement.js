import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { untilEnd } from '../untilEnd.js';
import { fileSystem } from './fileSystem.js';
import { codeOf } from './outputProblem.js';
/** Of a file that does not exist yet; the umask takes away from it. */
const usualMode = 0o666;
const rightsBits = 0o777;
/** Temporary files by their name: `.dryscale-PID-RANDOM.tmp`, short wherever the name they will get is long. */
export const temporaryName = /^\.dryscale-(\d+)-[0-9a-f]{8}\.tmp$/;
/**
 * A file in the making beside the one that it will replace: put in place it is whole and on the disk; until then the old one
 * stays.
 *
 * Idea: write to a temporary file, fsync, rename, fsync the folder. rename(2) puts the new file in place in one step, and
 * without fsync before it some file systems keep the new name with no content after a power cut (open(2), fsync(2)).
 * @throws what the file system says; nothing is left then
 */
export class Replacement {
    /** Where to write. */
    temporary;
    #target;
    #forget;
    #descriptor;
    constructor(target) {
        this.#target = target;
        const name = `.dryscale-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
        this.temporary = join(dirname(target.file), name);
        const mode = target.stats === undefined ? usualMode : target.stats.mode & rightsBits;
        this.#descriptor = fileSystem.openSync(this.temporary, 'wx', mode);
        this.#forget = untilEnd(() => this.discard());
    }
    get path() {
        return this.#target.path;
    }
    /** @throws what the file system says; `discard` it then */
    write(text) {
        if (this.#descriptor !== undefined)
            writeAll(this.#descriptor, text);
    }
    /** Puts what was written on the disk, by whomever. @throws what the file system says; `discard` it then */
    finish() {
        if (this.#descriptor === undefined)
            return;
        const descriptor = this.#descriptor;
        syncWhereKnown(descriptor);
        this.#descriptor = undefined;
        fileSystem.closeSync(descriptor);
        this.#keepRights();
    }
    /** The folder's entry is on the disk after `syncFolder`. @throws what the file system says; `discard` it then */
    putInPlace() {
        fileSystem.renameSync(this.temporary, this.#target.file);
        this.#forget();
    }
    /** Where the entry is. */
    get folder() {
        return dirname(this.#target.file);
    }
    /** Takes the temporary file away, as far as that is possible. */
    discard() {
        quietly(() => this.remove());
    }
    /** Takes the temporary file away. @throws what the file system says */
    remove() {
        this.#forget();
        const descriptor = this.#descriptor;
        this.#descriptor = undefined;
        if (descriptor !== undefined)
            quietly(() => fileSystem.closeSync(descriptor));
        fileSystem.unlinkSync(this.temporary);
    }
    /** Who could read the old file can read the new one, and nobody else. Only root can give a file away. */
    #keepRights() {
        const { stats } = this.#target;
        if (stats === undefined)
            return;
        const own = fileSystem.statSync(this.temporary);
        if (own.uid !== stats.uid || own.gid !== stats.gid) {
            quietly(() => fileSystem.chownSync(this.temporary, stats.uid, stats.gid));
        }
        if (own.mode !== stats.mode)
            quietly(() => fileSystem.chmodSync(this.temporary, stats.mode & rightsBits));
    }
}
/** A write may take only a part; where no more fits the next one says why. */
export function writeAll(descriptor, text) {
    const bytes = Buffer.from(text);
    for (let offset = 0; offset < bytes.length;)
        offset += fileSystem.writeSync(descriptor, bytes, offset);
}
/** Puts the entries of a folder on the disk. */
export function syncFolder(folder) {
    let descriptor;
    try {
        descriptor = fileSystem.openSync(folder, 'r');
    }
    catch {
        // Windows opens no folder, and one that may be written need not be readable: the file is whole either way.
        return;
    }
    try {
        syncWhereKnown(descriptor);
    }
    finally {
        fileSystem.closeSync(descriptor);
    }
}
/** Some file systems know no fsync, of folders or at all (fsync(2): EINVAL, EROFS). */
const unknownHere = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EISDIR', 'EBADF']);
function syncWhereKnown(descriptor) {
    try {
        fileSystem.fsyncSync(descriptor);
    }
    catch (thrown) {
        if (!unknownHere.has(codeOf(thrown)))
            throw thrown;
    }
}
/** For what changes nothing of the outcome. */
export function quietly(action) {
    try {
        action();
    }
    catch {
        // What led here is what the user hears of.
    }
}
