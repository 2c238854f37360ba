import { StepCurve } from '../stats/stepCurve.js';
import type { RateCurve } from '../traffic/source.js';
export interface StepsOptions {
    /** A count that follows from the rates alone: constant where they are, and right-continuous. */
    valueAt(seconds: number): number;
    readonly rates: readonly RateCurve[];
    readonly endSeconds: number;
}
/**
 * A count over [0, end) as steps.
 *
 * Between the pieces of the rates it may jump; where all rates are constant it is looked at once. Elsewhere cells are
 * halved until both ends agree, so a step is found to 1 us. Cost: one look a piece, about 25 a step, and the cells.
 */
export declare function stepsOf({ valueAt, rates, endSeconds }: StepsOptions): StepCurve;
