import { dirname } from 'node:path';
import { fileSystem } from '../../base/output/fileSystem.js';
import { reasonOf } from '../../base/output/outputProblem.js';
import { quietly, writeAll } from '../../base/output/replacement.js';
import { headerLine, journalLimitBytes, longestLineBytes, runLine } from './journalFormat.js';
/** Left free for the reports, which matter more. */
const leftFreeBytes = 64 << 20;
/**
 * Appends finished runs to a file of its own, made with the first of them.
 *
 * Nothing waits for the disk: what the process has written outlives the process. A machine that loses its power loses the last
 * runs, and the checksums tell which.
 */
export class JournalWriter {
    #path;
    #header;
    #limitBytes;
    #descriptor;
    #byteCount = 0;
    #obstacle;
    constructor(path, header, limitBytes) {
        this.#path = path;
        this.#header = header;
        this.#limitBytes = limitBytes;
    }
    /** Why nothing is written any more. */
    get obstacle() {
        return this.#obstacle;
    }
    /** Never throws: a run that is not kept is done again. @returns whether the run is kept */
    append(key, json) {
        if (this.#obstacle !== undefined)
            return false;
        const text = `${this.#descriptor === undefined ? headerLine(this.#header) : ''}${runLine(key, json)}`;
        const byteCount = Buffer.byteLength(text);
        if (byteCount > longestLineBytes)
            return false;
        try {
            this.#obstacle = this.#obstacleTo(byteCount);
            if (this.#obstacle === undefined)
                this.#write(text, byteCount);
        }
        catch (thrown) {
            this.#obstacle = reasonOf(thrown);
            quietly(() => this.#cutOff());
        }
        return this.#obstacle === undefined;
    }
    close() {
        const descriptor = this.#descriptor;
        this.#descriptor = undefined;
        if (descriptor !== undefined)
            quietly(() => fileSystem.closeSync(descriptor));
        this.#obstacle = 'closed';
    }
    #obstacleTo(addedBytes) {
        const megabytes = (bytes) => `${Math.round(bytes / (1 << 20))} MB`;
        if (this.#byteCount + addedBytes > this.#limitBytes)
            return `their journals would take more than ${megabytes(journalLimitBytes)}`;
        const { bsize, bavail, blocks } = fileSystem.statfsSync(dirname(this.#path));
        // Some file systems do not tell.
        const isTold = blocks > 0;
        return isTold && bavail * bsize < leftFreeBytes + addedBytes
            ? `less than ${megabytes(leftFreeBytes)} are free`
            : undefined;
    }
    #write(text, byteCount) {
        this.#descriptor ??= fileSystem.openSync(this.#path, 'ax');
        writeAll(this.#descriptor, text);
        this.#byteCount += byteCount;
    }
    /** Gives back what half a line took; where that fails its reader leaves half a line out. */
    #cutOff() {
        if (this.#descriptor !== undefined)
            fileSystem.ftruncateSync(this.#descriptor, this.#byteCount);
    }
}
