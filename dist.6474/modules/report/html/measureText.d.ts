import type { PolicyResult } from '../../results/results.js';
import type { Limit } from '../analysis/limits.js';
import type { MoneyUnit } from '../money.js';
/** A measure as a reader sees it. */
interface MeasureText {
    readonly text: string;
    /** Why there is no plain number; empty if there is one. */
    readonly note: string;
    readonly interval: string;
}
/**
 * Value of a measure over the replications: never blank, `4.1 % fail` where it falls among requests not answered well.
 *
 * @param money the cost of a run is given in it; without, as what its label says
 */
export declare function measureText(policy: PolicyResult, name: string, money?: MoneyUnit): MeasureText;
/** The value that a limit judges. */
export declare function limitValueText(policy: PolicyResult, { value, reason, unit }: Limit): string;
/** The limit itself, as the user wrote the number. */
export declare function limitText({ limit, unit }: Limit): string;
/** The label of a measure; of one service's with its name, as `cost (web)`. */
export declare function measureLabel(name: string): string;
export {};
