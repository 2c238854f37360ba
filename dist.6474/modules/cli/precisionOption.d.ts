import type { PrecisionGoal } from '../run/precisionGoal.js';
/** `--precision`, `--precision-of` and `--max-runs` as they were given. */
interface Given {
    readonly ratio: string | undefined;
    readonly measures: string | undefined;
    readonly maxRunCount: number | undefined;
    readonly hasReplication: boolean;
}
/** Checks what `--precision` asks for. @throws ProblemError with exit code 2 */
export declare function readPrecision({ ratio: given, measures: named, maxRunCount, hasReplication, }: Given): PrecisionGoal | undefined;
export {};
