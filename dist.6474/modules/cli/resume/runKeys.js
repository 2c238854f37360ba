import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { exactText } from '../../base/exactText.js';
import { ProblemError } from '../../base/problem.js';
import { openUserFile } from '../../base/userFile.js';
import { traceFiles } from '../../scenario/traceFiles.js';
/** What of a scenario no run reads; it only decides which runs there are and how they are judged. */
export const unreadParts = ['$schema', 'description', 'policies', 'assumptions', 'thresholds'];
const chunkBytes = 1 << 20;
/**
 * Names runs by everything that their results depend on: two runs with one key have one result.
 *
 * That is whatever a worker is handed, the content of the files it will read in place of their folder, and the program. Not how
 * much it may take: a run that finished stayed within that.
 */
export class RunKeys {
    #program;
    #digests = new WeakMap();
    #files = new Map();
    constructor(program) {
        this.#program = exactText(program);
    }
    /** @returns 64 hexadecimal digits; undefined where a file cannot be read, or has changed since this first read it */
    keyOf({ scenario, scenarioFolder, eventsPath: _, allowance: __, ...task }) {
        const files = traceFiles(scenario, scenarioFolder).map((path) => this.#hashOf(path));
        if (files.includes(undefined))
            return undefined;
        const { bindings, ...rest } = task;
        const scenarioHash = this.#digestOf(scenario, () => withoutUnread(scenario));
        const bindingsHash = this.#digestOf(bindings, () => bindings);
        return sha256(exactText([this.#program, scenarioHash, files, bindingsHash, rest]));
    }
    /** Hundreds of runs share a scenario and a policy. */
    #digestOf(owner, value) {
        const digest = this.#digests.get(owner) ?? sha256(exactText(value()));
        this.#digests.set(owner, digest);
        return digest;
    }
    #hashOf(path) {
        const known = this.#files.has(path) ? this.#files.get(path) : hashedFile(path);
        this.#files.set(path, known);
        return known !== undefined && markOf(path) === known.mark ? known.hash : undefined;
    }
}
function withoutUnread(scenario) {
    return Object.fromEntries(Object.entries(scenario).filter(([key]) => !unreadParts.some((part) => part === key)));
}
/** Undefined where it cannot be read; the run says so. */
function hashedFile(path) {
    const mark = markOf(path);
    if (mark === undefined)
        return undefined;
    let file;
    try {
        file = openUserFile({ path, limitBytes: Number.POSITIVE_INFINITY, why: 'A run reads it.' });
        const hash = createHash('sha256');
        const buffer = Buffer.allocUnsafe(chunkBytes);
        for (let count = file.read(buffer); count > 0; count = file.read(buffer))
            hash.update(buffer.subarray(0, count));
        return { hash: hash.digest('hex'), mark };
    }
    catch (thrown) {
        if (thrown instanceof ProblemError)
            return undefined;
        throw thrown;
    }
    finally {
        file?.close();
    }
}
/** Undefined for what is no plain file: only that can be read twice. */
function markOf(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true)
        return undefined;
    const { dev, ino, size, mtimeMs, ctimeMs } = stats;
    return exactText([dev, ino, size, mtimeMs, ctimeMs]);
}
function sha256(text) {
    return createHash('sha256').update(text).digest('hex');
}
