import type { Aggregate } from '../results/results.js';
import type { TunedMust, TuneResult } from '../results/tuneResult.js';
interface TextContext {
    readonly color: boolean;
    /** Every setting, not only the front. */
    readonly verbose: boolean;
    readonly written: string;
    readonly columns?: number | undefined;
}
/** What `tune` found: the answer, the front, what was used, the diff to deploy. */
export declare function tuneText(result: TuneResult, { color, verbose, written, columns }: TextContext): string;
/** `$0.199/run [$0.197/run..$0.202/run]` */
export declare function intervalText({ mean, low, high, about, reason }: Aggregate, textOf: (value: number) => string): string;
/** `219 [216..223]` */
export declare function mustText({ value, low, high, reason }: TunedMust): string;
export {};
