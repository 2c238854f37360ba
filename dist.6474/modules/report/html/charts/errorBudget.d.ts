import { type Canvas } from './canvas.js';
import type { TimelineFault } from './timelineData.js';
/** How one policy spent the error budget of the whole run. */
export interface BudgetCurve {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    readonly color: string;
    /** [seconds, share of the budget spent by then]; 1 is all of it. */
    readonly points: readonly (readonly [number, number])[];
}
export interface BudgetData {
    readonly start?: string;
    readonly durationSeconds: number;
    readonly curves: readonly BudgetCurve[];
    readonly faults: readonly TimelineFault[];
}
/** Share of the error budget spent so far: when was it spent, and by what? */
export declare function drawErrorBudget({ curves, faults, durationSeconds, start }: BudgetData, canvas: Canvas): any;
/**
 * Heights at least 15 px apart and inside [top, bottom], as near to the wanted ones as one pass down and one up get, in the
 * order given.
 */
export declare function spreadLabels(wanted: readonly number[], { top, bottom }: {
    top: number;
    bottom: number;
}): number[];
