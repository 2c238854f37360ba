import type { FaultSpan, RunTotals } from '../runTotals.js';
/** A window with fewer requests keeps the state of the window before it. */
export declare const REQUESTS_PER_WINDOW = 20;
export declare const WINDOW_SECONDS = 60;
type Windows = Pick<RunTotals, 'slo' | 'windowTotals' | 'windowGoods' | 'spanSeconds'>;
/** Seconds of the span in which the good share was below the objective: windows that follow each other are one spell. */
export declare function spellsAboveSlo(windows: Windows & {
    readonly windowSeconds?: number;
}): [number, number][];
/** Windows that say something of the good share: those of at least 20 requests. */
export declare function judgedWindowCount({ windowTotals }: Pick<Windows, 'windowTotals'>): number;
/**
 * Total and longest time in windows whose good share is below the objective, seconds.
 *
 * @returns undefined where no window has requests enough to tell
 */
export declare function timeAboveSlo(windows: Windows): {
    readonly total: number;
    readonly longest: number;
} | undefined;
/**
 * Seconds from a fault's begin until the good share was back above the objective; 0 when it never fell below.
 *
 * Counted are the windows below the objective while the fault lasts and in the one after, with the spell that follows
 * without a break. A spell that lasts to the end of the run counts up to there.
 * @returns undefined where none of these windows has requests enough to tell
 */
export declare function recoverySeconds(windows: Windows, { fromSeconds, untilSeconds }: FaultSpan): number | undefined;
interface BurnWindows {
    readonly longSeconds: number;
    readonly shortSeconds: number;
}
/**
 * Highest burn rate that a long window and a short one that ends with it both reached.
 *
 * An alert on both at this rate would just have fired. Windows step by 60 s.
 * @returns undefined when the span is shorter than the long window, or no request came in it
 */
export declare function burnRateMax(windows: Windows, { longSeconds, shortSeconds }: BurnWindows): number | undefined;
export {};
