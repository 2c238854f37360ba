import { basename, join } from 'node:path';
import { exitCode } from '../base/exitCode.js';
import { ProblemError, problemLines, sortProblems } from '../base/problem.js';
import { visibleLine } from '../base/visible.js';
import { studyOf } from '../report/analysis/study.js';
import { plainText } from '../report/phrase.js';
import { headlineOf } from '../report/words.js';
import { planReports } from './reportFiles.js';
import { conflicting } from './usageError.js';
import { watchedFiles } from './watchFiles.js';
import { SaveWatch } from './watchSaves.js';
import { PageServer } from './watchServer.js';
/**
 * Runs, and runs again whenever a file that was read is saved, until Ctrl-C.
 *
 * The first round shows what it would without `--watch`; each later one is a line. A round with problems shows them, and
 * watching goes on.
 * @returns 105 when Ctrl-C cut off a round, else 0
 * @throws ProblemError of the first round, unless it is one that saving a file can mend
 */
export async function watchComparisons(input, round) {
    refuseConflicts(input.options);
    const plan = planReports(input.options, true);
    const page = plan?.reporters.find(({ name }) => name === 'html');
    const server = plan && page && (await PageServer.start(join(plan.folder, page.fileName)));
    const saves = new SaveWatch();
    try {
        return await input.interruption.keeping(() => new Watching({ input, round, server, saves }).watch());
    }
    finally {
        server?.close();
    }
}
function refuseConflicts({ json, shard, baseline, resume }) {
    if (resume)
        throw conflicting('--watch', '--resume', 'Watching begins anew at every save.');
    if (json)
        throw conflicting('--watch', '--json', 'A document is printed once.');
    if (shard !== undefined)
        throw conflicting('--watch', '--shard', 'A part of the runs shows nothing by itself.');
    if (baseline?.isUpdate === true) {
        throw conflicting('--watch', '--update-baseline', 'Every save would replace what the next one is compared with.');
    }
}
class Watching {
    #parts;
    #notes = new Set();
    #verdict = '';
    constructor(parts) {
        this.#parts = parts;
    }
    async watch() {
        const { input, saves, server } = this.#parts;
        const { interruption } = input;
        const where = server === undefined ? '' : `; the page is at ${server.address}`;
        input.output.say(`watching: runs again when a file is saved${where}; Ctrl-C ends`);
        let saved;
        while (!interruption.hasHappened) {
            saves.follow(await watchedFiles(input.operands, input.options));
            const code = await this.#attempt(saved);
            if (interruption.hasHappened)
                return code === undefined ? exitCode.success : exitCode.interrupted;
            server?.refresh();
            saved = await saves.next(interruption.signal);
        }
        return exitCode.success;
    }
    /** One round. @returns undefined when problems kept it from running */
    async #attempt(saved) {
        const { output } = this.#parts.input;
        try {
            return saved === undefined ? await this.#first() : await this.#again(saved);
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            if (saved === undefined && thrown.exitCode !== exitCode.invalidInput)
                throw thrown;
            for (const problem of sortProblems(thrown.problems))
                output.say(problemLines(problem));
            const names = saved === undefined ? '' : `${namesOf(saved)} saved: `;
            output.say(`${names}nothing ran; waiting for the next save`);
            return undefined;
        }
    }
    /** As without `--watch`; the verdict to compare with comes with the first save. */
    #first() {
        const { input, round } = this.#parts;
        return round({ ...input, output: this.#quieter(input.output) });
    }
    async #again(saved) {
        const { input, round } = this.#parts;
        let text = '';
        const write = async (part) => {
            text += part;
        };
        const output = { ...this.#quieter(input.output), write };
        // The document is what the round says to programs: the line is made of it.
        const code = await round({ ...input, options: { ...input.options, json: true }, output });
        if (input.interruption.hasHappened)
            return code;
        const verdict = verdictOf(JSON.parse(text), code); // safe: our own report of it
        const isSame = verdict === this.#verdict;
        this.#verdict = verdict;
        await input.output.write(`${visibleLine(`${namesOf(saved)} saved: ${verdict}`)}${isSame ? ' (as before)' : ''}\n`);
        return code;
    }
    /** What was noted once need not be said at every save. */
    #quieter(output) {
        const note = (text) => {
            if (!this.#notes.has(text))
                output.note(text);
            this.#notes.add(text);
        };
        return { ...output, note };
    }
}
function namesOf(files) {
    return files.map((file) => basename(file)).join(', ');
}
/** The page's headline of each scenario, and what the gate says. */
function verdictOf({ scenarios }, code) {
    const sentences = scenarios.map((scenario) => {
        const headline = plainText(headlineOf(studyOf(scenario)));
        return scenarios.length === 1 ? headline : `${scenario.name}: ${headline}`;
    });
    return [...sentences, ...(code === exitCode.success ? [] : [`Exit code ${code}.`])].join(' ');
}
