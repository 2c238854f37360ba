import { z } from 'zod';
/** One pair of keys, durations as text. */
export type LognormalInput = {
    readonly mean: string;
    readonly cv: number;
} | {
    readonly median: string;
    readonly p95: string;
} | {
    readonly median: string;
    readonly p99: string;
} | {
    readonly mu: number;
    readonly sigma: number;
};
/** One pair of keys, durations in seconds. */
export type LognormalSettings = {
    readonly mean: number;
    readonly cv: number;
} | {
    readonly median: number;
    readonly p95: number;
} | {
    readonly median: number;
    readonly p99: number;
} | {
    readonly mu: number;
    readonly sigma: number;
};
/** The logarithm is normal: durations of people and programs alike. */
export declare const lognormal: import("../distribution.js").DistributionVariant<"lognormal", z.ZodType<LognormalSettings, LognormalInput, z.core.$ZodTypeInternals<LognormalSettings, LognormalInput>>>;
