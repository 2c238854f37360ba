import { CellPool } from '../run/cellPool.js';
import { throwProblems } from '../run/compare.js';
import { startCells } from '../run/startCells.js';
/** Runs of settings on the threads of the process; what comes back does not depend on how many there are. */
export class PointRunner {
    #pool;
    #options;
    #endedCount = 0;
    constructor(options) {
        const { workerCount, workerFile, allowance } = options;
        this.#options = options;
        this.#pool = new CellPool({
            workerCount,
            memoryBytes: allowance?.memoryBytes,
            ...(workerFile === undefined ? {} : { workerFile }),
        });
    }
    /**
     * One outcome for each setting, its runs in the order of their numbers.
     *
     * @throws what the signal was aborted with; ProblemError for input that turns out damaged
     */
    async run(asked) {
        const comparisons = [];
        // A candidate of its own for each setting: one that fails cancels its own later runs, and no others.
        const cells = asked.flatMap(({ comparisonOf, replications }) => {
            const first = comparisons.length;
            const own = replications.map((replication) => comparisonOf(replication));
            const isOne = own.every((comparison) => comparison === own[0]);
            comparisons.push(...(isOne ? own.slice(0, 1) : own));
            return replications.map((replication, index) => {
                return { comparisonIndex: isOne ? first : first + index, candidateIndex: 0, replication, detail: false };
            });
        });
        const running = startCells(this.#pool, cells, comparisons, this.#options);
        const ended = running.map((run) => run.outcome.then((outcome) => {
            this.#options.onRun?.(++this.#endedCount);
            return throwProblems(outcome);
        }));
        const outcomes = await Promise.all(ended);
        this.#options.signal.throwIfAborted();
        let next = 0;
        return asked.map(({ replications }) => {
            const own = outcomes.slice(next, next + replications.length);
            next += replications.length;
            const failed = own.find((outcome) => outcome.type === 'failed');
            if (failed?.type === 'failed')
                return { failure: failed.failure };
            return { runs: own.flatMap((outcome) => (outcome.type === 'done' ? [outcome.result] : [])) };
        });
    }
    close() {
        this.#pool.close();
    }
}
