import { type CpuBin } from './cpuBin.js';
import type { Derived } from './derived.js';
export interface CpuEstimate {
    /** CPU seconds a request. */
    readonly perRequest: Derived;
    /** vCPUs that a pod burns without requests; undefined where it cannot be told from work. */
    readonly idlePerPod: Derived | undefined;
    /** A range because idle burn and work cannot be told apart. */
    readonly isCollinear: boolean;
    /** What was left out and why, for the reader. */
    readonly leftOut: readonly string[];
}
/**
 * CPU seconds a request, by regression of the CPU that all pods used on the rate of requests.
 *
 * Model: cores = cpu x requests/s + idle x pods + noise. An autoscaler makes pods follow requests, and then a line through cores
 * and requests has the slope cpu + idle x pods / requests: idle burn looks like work. So the hours in which the fleet stood
 * still at its least size come first (above it the autoscaler begins and ends a stretch because of the CPU itself, which bends
 * the line): there the slope is cpu and the intercept idle x pods, both held to idle >= 0 (`towardsRatio`). Else cores are
 * regressed on requests and pods, without an intercept. An autoscaler adds pods when CPU happens to be high, so that line gives pods too much and requests too little; what
 * is known is a range: from the low end of its 95 % interval to cores / requests, which is right when pods burn nothing idle. Idle
 * burn is at most what a pod used in its calmest hours, and at most half of the CPU (assumed): cpu is at least the rest.
 *
 * Intervals: Newey and West's, see `stats/leastSquares.ts`, and of a slope at least 2.5 % either way, of a ratio 1 %.
 * @param bins in time order
 * @returns undefined with fewer than 8 stretches that can be used
 */
export declare function cpuPerRequest(bins: readonly CpuBin[]): CpuEstimate | undefined;
