import type { SeriesGroup } from './seriesGroup.js';
/** What brings values of an unnamed unit to that of their role, and in which words it was told. */
export interface UnitFactor {
    readonly factor: number;
    /** Undefined where nothing had to be told by the values. */
    readonly guess: string | undefined;
}
/** Units of groups whose values must tell them; latencies of one file have one unit. */
export declare function unitFactors(groups: readonly SeriesGroup[]): UnitFactor[];
