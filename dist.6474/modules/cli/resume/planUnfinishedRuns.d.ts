import type { Options } from '../options.js';
import type { Output } from '../output.js';
import { UnfinishedRuns } from './unfinishedRuns.js';
interface Place {
    /** Undefined where no reports are written. */
    readonly reportsFolder: string | undefined;
    readonly output: Output;
}
/**
 * Whether the runs are kept until all are done: wherever reports, or a part for `merge`, are written, and only once.
 *
 * @returns opens them, or gives undefined
 * @throws ProblemError with exit code 2 for a `--resume` that has nowhere to look
 */
export declare function planUnfinishedRuns(options: Options, { reportsFolder, output }: Place): () => UnfinishedRuns | undefined;
export {};
