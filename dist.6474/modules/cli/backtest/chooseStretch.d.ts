import { type Stretch } from '../../backtest/stretch.js';
/** A recorded span, and the date of its clock's second 0; null for one that counts from its own beginning. */
export interface RecordedSpan extends Stretch {
    readonly startUnixSeconds: number | null;
}
/** The part between `--from` and `--to`; a bound that is left out is the span's. @throws ProblemError */
export declare function stretchBetween(span: RecordedSpan, { from, to, options, }: {
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly options: string;
}): Stretch;
/** `FROM..TO`; a side that is empty is the span's. @throws ProblemError with exit code 2 */
export declare function stretchOf(text: string, span: RecordedSpan, option: string): Stretch;
/** `2026-11-20T17:00:00Z to 2026-11-20T18:00:00Z`, `0 s to 3600 s`. */
export declare function spanText(span: RecordedSpan): string;
