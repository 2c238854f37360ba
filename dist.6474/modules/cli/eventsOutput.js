import { checkOutputs } from '../base/output/checkOutputs.js';
import { attempt } from '../base/output/outputProblem.js';
import { outputTarget } from '../base/output/outputTarget.js';
import { Replacement } from '../base/output/replacement.js';
import { replaceAll } from '../base/output/writeFiles.js';
import { ProblemError } from '../base/problem.js';
import { usageError } from './usageError.js';
/** The file of `--events`: a worker writes the temporary one, which takes its place when the run has ended. */
export class EventsOutput {
    path;
    #replacement;
    constructor(path) {
        const place = { path, mark: eventsMark, isNamed: true };
        checkOutputs([place]);
        this.path = path;
        this.#replacement = attempt(path, () => new Replacement(outputTarget(place)));
    }
    /**
     * Makes the temporary file, so that what is in the way shows before anything runs.
     *
     * @returns undefined without `--events` @throws ProblemError with exit code 2 or 106
     */
    static of({ events, replication }) {
        if (events === undefined)
            return undefined;
        if (replication !== undefined)
            return new EventsOutput(events);
        const [why, fix] = ['A file holds one run.', 'add --replication K.'];
        throw usageError({ code: 'needs-replication', what: '--events needs --replication', why, fix });
    }
    /** What the worker writes to. */
    get temporary() {
        return this.#replacement.temporary;
    }
    /** Carries out the run. The file is replaced when it has ended, and left as it was otherwise. */
    async during(run, hasEnded) {
        try {
            const result = await run();
            if (hasEnded(result)) {
                attempt(this.path, () => this.#replacement.finish());
                replaceAll([this.#replacement]);
            }
            return result;
        }
        catch (thrown) {
            throw thrown instanceof ProblemError ? this.#named(thrown) : thrown;
        }
        finally {
            this.#replacement.discard();
        }
    }
    /** The user knows the file, not the temporary one. */
    #named({ problems, exitCode }) {
        const named = problems.map((problem) => problem.where.file === this.temporary ? { ...problem, where: { file: this.path } } : problem);
        return new ProblemError(named, exitCode);
    }
}
/** A line of such a file. */
const eventsMark = /^\{"time_s":/;
