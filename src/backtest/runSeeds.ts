import type { ExitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import type { Allowance } from '../engine/limits/allowance.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Failure } from '../results/results.js';
import type { RecordRequest, ServiceRecord } from '../results/serviceRecord.js';
import { CellPool } from '../run/cellPool.js';
import { WorkerBugError } from '../run/compare.js';
import { readRouters } from '../scenario/readRouters.js';
import type { Scenario } from '../scenario/schema.js';

/** How runs are done; nothing of it changes their results. */
export interface RunOptions {
  readonly workerCount: number;
  readonly workerFile?: string;
  readonly allowance?: Allowance;
  /** observation.context.environment */
  readonly environment?: string;
  readonly signal: AbortSignal;
}

export interface SeededRuns {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly candidate: Candidate;
  readonly record: RecordRequest;
  /** Replications 0 to this. */
  readonly runCount: number;
}

/** Ends a backtest whose policy failed. */
export class BacktestFailure extends Error {
  override readonly name = 'BacktestFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What a recorder would have noted in each run. @throws ProblemError, BacktestFailure; the signal's reason when it is aborted */
export async function runSeeds(
  { scenario, folder, candidate, record, runCount }: SeededRuns,
  options: RunOptions,
): Promise<ServiceRecord[]> {
  const routers = await readRouters(scenario, folder);
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
        routers,
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
      if (outcome.type === 'failed') throw new BacktestFailure(outcome.failure);
      if (outcome.type === 'problems') {
        throw new ProblemError(outcome.problems, outcome.exitCode as ExitCode); // safe: it was one when the worker sent it
      }
      if (outcome.type === 'bug') throw new WorkerBugError(outcome.message, outcome.stack);
      options.signal.throwIfAborted();
      if (outcome.type !== 'done' || outcome.result.record === undefined) throw new TypeError('a run without a record');
      return outcome.result.record;
    });
  } finally {
    pool.close();
  }
}
