import type { RunResult } from '../../results/runResult.js';
import type { CompareOutcome } from '../../run/compare.js';
import type { KeptRuns, RunTask } from '../../run/keptRuns.js';
import type { Output } from '../output.js';
import type { Shard } from '../shardOption.js';
interface UnfinishedOptions {
    /** Where the reports go; it exists. */
    readonly folder: string;
    readonly shard: Shard | undefined;
    /** Takes over what an earlier comparison has finished. */
    readonly isResumed: boolean;
    readonly output: Output;
}
/**
 * The runs of a comparison that has not ended yet, in a journal beside its reports, so that `--resume` can go on from them
 * however the process dies. Gone when the comparison is complete.
 */
export declare class UnfinishedRuns implements KeptRuns {
    #private;
    /** @throws ProblemError with exit code 104 where only another version could go on */
    constructor(options: UnfinishedOptions);
    /** Whether `--resume` would find something. */
    get hasRuns(): boolean;
    find(task: RunTask): RunResult | undefined;
    keep(task: RunTask, result: RunResult): void;
    /** What `--resume` found, once the runs have been asked for. */
    tellBegin(): void;
    /**
     * When everything is written. The journal goes if nothing is left to do; after a failure it stays, for a policy that is
     * mended then.
     */
    end({ cells }: CompareOutcome, isInterrupted: boolean): void;
}
export {};
