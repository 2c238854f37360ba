import type { LowLoad } from './lowLoad.js';
/** Shape of the latency at low load. */
export interface Spread {
    /** Standard deviation over mean. */
    readonly cv: number;
    readonly meanSeconds: number;
    /** By which numbers: `p50 and p95`. */
    readonly by: string;
    readonly isMeanKnown: boolean;
}
/**
 * Spread of the latency where hardly anything waits, as that of a lognormal distribution: sigma = ln(p95 / p50) / 1.645, with p90
 * (1.282) or p99 (2.326) where p95 is missing; by the mean and one quantile where the median is missing: sigma solves
 * z sigma - sigma^2 / 2 = ln(quantile / mean), the smaller root. cv = sqrt(exp(sigma^2) - 1), mean = p50 exp(sigma^2 / 2).
 *
 * @returns undefined where fewer than two numbers are known, or they contradict each other
 */
export declare function spreadOf(calm: LowLoad): Spread | undefined;
