import type { RunTotals } from './runTotals.js';
/** Why a measure has no value in a run. */
export interface Missing {
    readonly missing: string;
}
/** One number a report states: what it means, which way is better, and how it follows from a run. */
export interface Measure {
    /** snake_case, ending in its unit. */
    readonly name: string;
    /** Short label for tables, in the words of the people who read it. */
    readonly label: string;
    /** `default`: in the views that show few; `detail`: where every number is asked for. */
    readonly level: 'default' | 'detail';
    /** `ms`, `s`, `usd`, `ratio`, `percent`, `count`, `instances`, `requests`, `multiple`, `per_second`, `per_hour`, `hours`. */
    readonly unit: string;
    /** Which direction is better; `none` where neither is. */
    readonly better: 'lower' | 'higher' | 'none';
    readonly definition: string;
    readonly formula: string;
    /** Where the definition comes from. */
    readonly source: string;
    /** Undefined where the scenario has nothing that this measures: then results do not name it. */
    compute(totals: RunTotals): number | Missing | undefined;
}
/** A quotient, or the reason why there is none. */
export declare function ratioOf(numerator: number, denominator: number, missing: string): number | Missing;
