import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../../base/problem.js';
import { isAtWork, journalName, listJournals, removeJournals } from './journalFiles.js';
import { journalLimitBytes, readJournal } from './journalFormat.js';
import { JournalWriter } from './journalWriter.js';
import { programIdentity } from './programIdentity.js';
import { RunKeys } from './runKeys.js';
/**
 * The runs of a comparison that has not ended yet, in a journal beside its reports, so that `--resume` can go on from them
 * however the process dies. Gone when the comparison is complete.
 */
export class UnfinishedRuns {
    #options;
    #program = programIdentity();
    #keys = new RunKeys(this.#program);
    #path;
    #writer;
    #earlier;
    #taken = new Set();
    #own = new Set();
    #askedCount = 0;
    #takenCount = 0;
    #isTold = false;
    /** @throws ProblemError with exit code 104 where only another version could go on */
    constructor(options) {
        const { folder, shard, isResumed, output } = options;
        this.#options = options;
        this.#path = join(folder, journalName(shard, randomBytes(4).toString('hex')));
        const left = listJournals(folder, shard);
        this.#earlier = isResumed ? readable(left, this.#program, output) : [];
        if (!isResumed)
            tellOfJournals(left, folder, output);
        const takenBytes = isResumed ? left.reduce((sum, path) => sum + sizeOf(path), 0) : 0;
        const header = { ...this.#program, host: hostname(), pid: process.pid };
        this.#writer = new JournalWriter(this.#path, header, Math.max(0, journalLimitBytes - takenBytes));
    }
    /** Whether `--resume` would find something. */
    get hasRuns() {
        return this.#own.size + this.#takenCount > 0;
    }
    find(task) {
        this.#askedCount++;
        if (this.#earlier.length === 0)
            return undefined;
        const key = this.#keys.keyOf(task) ?? '';
        const journal = this.#earlier.find(({ runs }) => runs.has(key));
        const json = journal?.runs.get(key);
        if (journal === undefined || json === undefined)
            return undefined;
        this.#takenCount++;
        this.#taken.add(journal);
        // safe: the checksum, and the version and the build in the key, say that this program wrote it.
        return JSON.parse(json.toString());
    }
    keep(task, result) {
        if (this.#writer.obstacle !== undefined)
            return;
        const key = this.#keys.keyOf(task);
        if (key === undefined || this.#own.has(key))
            return;
        const json = JSON.stringify(result);
        // A value that JSON cannot carry must not come back as another one.
        if (!isDeepStrictEqual(JSON.parse(json), result))
            return;
        if (this.#writer.append(key, json))
            this.#own.add(key);
        else
            this.#tellObstacle();
    }
    /** What `--resume` found, once the runs have been asked for. */
    tellBegin() {
        const { folder, isResumed, output } = this.#options;
        if (!isResumed)
            return;
        const all = this.#askedCount === 1 ? 'the one run begins' : `all ${this.#askedCount} runs begin`;
        const keptCount = new Set(this.#earlier.flatMap(({ runs }) => [...runs.keys()])).size;
        if (this.#takenCount > 0) {
            const left = this.#askedCount - this.#takenCount;
            output.note(`resumed: ${this.#takenCount} of ${this.#askedCount} runs were finished (${folder}), ${left} still to do`);
        }
        else if (keptCount === 0) {
            output.note(`--resume: ${folder} has no finished runs of an interrupted comparison; ${all}.`);
        }
        else {
            output.note(`--resume: none of the ${keptCount} finished runs in ${folder} fits: ${this.#whyNone()}; ${all}.`);
        }
    }
    /**
     * When everything is written. The journal goes if nothing is left to do; after a failure it stays, for a policy that is
     * mended then.
     */
    end({ cells }, isInterrupted) {
        const { folder, shard, output } = this.#options;
        this.#writer.close();
        if (isInterrupted)
            return;
        const isWhole = cells.every(({ outcome }) => outcome.type === 'done');
        const taken = new Set([...this.#taken].map(({ path }) => path));
        const others = listJournals(folder, shard).filter((path) => path !== this.#path && !taken.has(path));
        removeJournals(others.filter((path) => !isAtWork(path)));
        if (isWhole)
            removeJournals([this.#path, ...taken]);
        else if (this.hasRuns)
            output.note(`The finished runs are kept in ${folder}: with --resume only the others run.`);
    }
    #whyNone() {
        const { build, node } = this.#program;
        const headers = this.#earlier.flatMap(({ header }) => header ?? []);
        if (headers.every((header) => header.build !== build))
            return 'another build of this version wrote them';
        const foreign = headers.every((header) => header.node !== node) ? headers[0] : undefined;
        if (foreign !== undefined)
            return `they ran on Node ${foreign.node}, this is ${node}`;
        return 'they have another scenario, policy, seed or option';
    }
    #tellObstacle() {
        const { obstacle } = this.#writer;
        if (obstacle === undefined || this.#isTold)
            return;
        this.#isTold = true;
        this.#options.output.note(`Finished runs are no longer kept for --resume: ${obstacle}.`);
    }
}
/** The journals that this version wrote, with a word about those that are damaged. */
function readable(paths, { version }, output) {
    const journals = paths.map((path) => ({ path, ...readJournal(path) }));
    const [foreign] = journals.filter(({ header }) => header !== undefined && header.version !== version);
    const ours = journals.filter(({ header }) => header?.version === version);
    if (foreign?.header !== undefined && ours.length === 0)
        throw otherVersion(foreign.path, foreign.header.version, version);
    for (const { path, damagedCount, runs } of journals) {
        const lost = runs.size === 0 ? 'its runs' : `${damagedCount} of its runs`;
        if (damagedCount > 0)
            output.note(`${path} is damaged: ${lost} cannot be taken over.`);
    }
    return ours;
}
function otherVersion(file, written, version) {
    const what = `was written by version ${written}, this is ${version}`;
    const why = 'Two versions may give different results for the same run.';
    const fix = `resume with version ${written}, or leave --resume out: all runs are done again.`;
    return new ProblemError([{ code: 'other-version', where: { file }, what, why, fix }]);
}
/** Without --resume they stay until the comparison is complete; the oldest go where they take too much. */
function tellOfJournals(paths, folder, output) {
    const left = paths.filter((path) => !isAtWork(path));
    let totalBytes = left.reduce((sum, path) => sum + sizeOf(path), 0);
    for (const path of left) {
        if (totalBytes <= journalLimitBytes)
            break;
        totalBytes -= sizeOf(path);
        removeJournals([path]);
    }
    if (left.length > 0)
        output.note(`${folder} has finished runs of an interrupted comparison: --resume goes on from them.`);
}
function sizeOf(path) {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
