import { exitCode } from '../base/exitCode.js';
import { fileSystem } from '../base/output/fileSystem.js';
import { attempt } from '../base/output/outputProblem.js';
import { writeAll } from '../base/output/replacement.js';
import { ProblemError } from '../base/problem.js';
import { visibleJson } from '../base/visible.js';
import { sizeText } from '../engine/limits/amounts.js';
/** Text collected before it is written: a write per event would cost more than the run. */
const bufferedCharacters = 1 << 16;
const words = { why: 'Every event of the run goes there.', fix: 'name another file with --events FILE.' };
/** Writes events of a run to a temporary file, one JSON a line; whoever made the file puts it on the disk and in place. */
export class EventFile {
    #path;
    #descriptor;
    #limitBytes;
    #text = '';
    #writtenBytes = 0;
    constructor(path, limitBytes = Number.POSITIVE_INFINITY) {
        this.#path = path;
        this.#limitBytes = limitBytes;
    }
    /** @throws ProblemError with exit code 106 */
    write(event) {
        this.#text += `${visibleJson(event)}\n`;
        if (this.#text.length >= bufferedCharacters)
            this.#flush();
    }
    /** @throws ProblemError with exit code 106 */
    close() {
        try {
            this.#flush();
        }
        finally {
            if (this.#descriptor !== undefined)
                fileSystem.closeSync(this.#descriptor);
        }
    }
    #flush() {
        const text = this.#text;
        this.#text = '';
        this.#writtenBytes += text.length;
        if (this.#writtenBytes > this.#limitBytes)
            throw tooLarge(this.#limitBytes);
        attempt(this.#path, () => {
            this.#descriptor ??= fileSystem.openSync(this.#path, 'w');
            writeAll(this.#descriptor, text);
        }, words);
    }
}
/** The estimate before the run knows neither waits nor retries. */
function tooLarge(limitBytes) {
    const limit = sizeText(limitBytes);
    const problem = {
        code: 'too-many-event-lines',
        where: {},
        what: `the file of --events has reached its limit of ${limit}`,
        why: words.why,
        fix: `shorten the run, or raise the limit: --max-disk ${sizeText(2 * limitBytes)}.`,
    };
    return new ProblemError([problem], exitCode.outputBlocked);
}
