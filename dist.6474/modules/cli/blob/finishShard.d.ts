import { type ExitCode } from '../../base/exitCode.js';
import type { CompareOutcome } from '../../run/compare.js';
import type { Options } from '../options.js';
import type { Output } from '../output.js';
import type { PreparedComparisons } from '../prepareComparisons.js';
interface ShardOutcome {
    readonly prepared: PreparedComparisons;
    readonly replications: readonly number[];
    readonly options: Options;
    readonly output: Output;
    readonly outcome: CompareOutcome;
    readonly isInterrupted: boolean;
    readonly command: string;
    readonly again: string;
    readonly files: readonly string[];
}
/** Finds out before anything runs whether the part can be written. @throws ProblemError with exit code 106 */
export declare function checkShardFolder({ out, shard }: Options): void;
/** Writes one part of a comparison for `dryscale merge`; thresholds and the baseline are judged there. */
export declare function finishShard(shardOutcome: ShardOutcome): Promise<ExitCode>;
export {};
