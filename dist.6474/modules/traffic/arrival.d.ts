import type { Stream } from '../random/stream.js';
/** Gaps between arrivals in operational time: amounts of expected arrivals, mean 1. */
export interface ArrivalProcess {
    /** The next gap; the n-th call gives the gap before the n-th arrival. */
    nextGap(): number;
    /** Puts the next gaps into the column, where that is faster than as many calls. */
    fillGaps?(into: Float64Array): void;
}
/** The maker of arrival variants: one file each in `arrivals/`. */
export declare const arrival: <const Name extends string, Schema extends import("zod").ZodType>(variant: import("../base/variant.js").Variant<Name, Schema, Stream, ArrivalProcess>) => import("../base/variant.js").Variant<Name, Schema, Stream, ArrivalProcess>;
