import type { Candidate, Study } from '../analysis/study.js';
/** One scale for a column of the scoreboard, so that its dots can be compared down the page. */
interface StripScale {
    /** Pixels of a value; undefined where the scale has no extent. */
    place(value: number): number | undefined;
    readonly limit: number | undefined;
}
/** Logarithmic for latencies, from the smallest to the largest mean, interval end and limit. */
export declare function stripScale(measure: string, { candidates }: Study): StripScale;
/** The policy's dot and interval among the other policies' dots, the limit dashed. */
export declare function stripSvg(candidate: Candidate, measure: string, { candidates }: Study, { place, limit }: StripScale): string;
export {};
