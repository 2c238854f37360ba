import { ProblemError } from '../base/problem.js';
import { CellPool } from '../run/cellPool.js';
import { WorkerBugError } from '../run/compare.js';
/** Ends a backtest whose policy failed. */
export class BacktestFailure extends Error {
    name = 'BacktestFailure';
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
/** What a recorder would have noted in each run. @throws ProblemError, BacktestFailure; the signal's reason when it is aborted */
export async function runSeeds({ scenario, folder, candidate, record, runCount }, options) {
    const pool = new CellPool({
        workerCount: Math.max(1, Math.min(options.workerCount, runCount)),
        memoryBytes: options.allowance?.memoryBytes,
        ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
    });
    try {
        const running = Array.from({ length: runCount }, (_, replication) => {
            const label = {
                scenario: scenario.name,
                policy: candidate.name,
                source: candidate.source,
                seed: scenario.seed,
                replication,
            };
            const task = {
                scenario,
                scenarioFolder: folder,
                bindings: candidate.bindings,
                replication,
                detail: false,
                environment: options.environment,
                allowance: options.allowance,
                eventsPath: undefined,
                record,
            };
            return pool.run(task, label, options.signal).outcome;
        });
        const outcomes = await Promise.all(running);
        return outcomes.map((outcome) => {
            if (outcome.type === 'failed')
                throw new BacktestFailure(outcome.failure);
            if (outcome.type === 'problems') {
                throw new ProblemError(outcome.problems, outcome.exitCode); // safe: it was one when the worker sent it
            }
            if (outcome.type === 'bug')
                throw new WorkerBugError(outcome.message, outcome.stack);
            options.signal.throwIfAborted();
            if (outcome.type !== 'done' || outcome.result.record === undefined)
                throw new TypeError('a run without a record');
            return outcome.result.record;
        });
    }
    finally {
        pool.close();
    }
}
