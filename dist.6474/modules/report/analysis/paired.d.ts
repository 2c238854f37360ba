import type { Comparison } from '../../results/results.js';
import type { Candidate, Study } from './study.js';
/** b relative to a on the same random numbers: the ratio of the means with the interval that the verdict used. */
interface PairedRatio {
    readonly ratio: number;
    /** Null with one pair. */
    readonly low: number | null;
    readonly high: number | null;
    /** Pairs. */
    readonly n: number;
    /** Pairs in which b is below a. */
    readonly lowerCount: number;
    readonly row: Comparison;
}
/** What the runs say of b against a in a measure; undefined where neither has it. */
export declare function comparisonOf(measure: string, { a, b }: {
    readonly a: Candidate;
    readonly b: Candidate;
}, { scenario }: Pick<Study, 'scenario'>): Comparison | undefined;
/** Undefined where the reference is not positive or no pair has values: then a ratio says nothing. */
export declare function pairedRatio(measure: string, sides: {
    readonly a: Candidate;
    readonly b: Candidate;
}, study: Pick<Study, 'scenario'>): PairedRatio | undefined;
export {};
