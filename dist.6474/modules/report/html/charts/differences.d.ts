import { type Canvas } from './canvas.js';
import { type PolicyLook } from './policyMarks.js';
/** One policy against the reference in one measure. */
export interface DifferenceRow extends PolicyLook {
    readonly name: string;
    /** Of the policy in the scenario. */
    readonly place: number;
    /** Ratio to the reference; null where a ratio says nothing. */
    readonly ratio: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** Said in place of a ratio, or behind it. */
    readonly note: string;
    /** Of a judged measure: whether the runs show a difference. */
    readonly isReal?: boolean;
}
export interface DifferencesData {
    readonly reference: string;
    readonly groups: readonly {
        readonly label: string;
        readonly rows: readonly DifferenceRow[];
    }[];
}
/** Ratios to the reference with their intervals: which differences are real? */
export declare function drawDifferences({ groups, reference }: DifferencesData, canvas: Canvas): any;
