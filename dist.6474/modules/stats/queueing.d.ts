/** Erlang's formulas take the number of servers and the offered load. */
interface Servers {
    /** Whole, >= 0. */
    readonly serverCount: number;
    /** Offered load in erlangs: ratePerSecond x mean demand; >= 0. */
    readonly load: number;
}
interface Queue {
    /** Whole, >= 1. */
    readonly serverCount: number;
    readonly ratePerSecond: number;
    /** Mean demand of one request, seconds, > 0. */
    readonly demandMeanSeconds: number;
}
/**
 * Erlang B: share of requests lost when there is no queue (M/G/c/c).
 *
 * B(0) = 1, B(c) = load B(c-1) / (c + load B(c-1)): stable for every size. O(serverCount).
 * @throws InvariantError if an argument is outside its range
 */
export declare function erlangB({ serverCount, load }: Servers): number;
/**
 * Erlang C: share of requests that wait when the queue is unlimited (M/M/c); 1 when the load is not below the servers.
 *
 * @throws InvariantError if an argument is outside its range
 */
export declare function erlangC({ serverCount, load }: Servers): number;
/** Mean wait in M/M/c, seconds; Infinity when the load is not below the servers. */
export declare function mmcWaitMeanSeconds(queue: Queue): number;
/** P(wait > seconds) in M/M/c, first come first served; 1 when the load is not below the servers. */
export declare function mmcWaitTail(queue: Queue, seconds: number): number;
/** P(latency > seconds) in M/M/c, latency = wait + demand; 1 when the load is not below the servers. */
export declare function mmcLatencyTail(queue: Queue, seconds: number): number;
/**
 * Mean wait in M/G/1, first come first served: rate E[S^2] / (2 (1 - rho)), the formula of Pollaczek and Khinchine.
 *
 * @returns seconds; Infinity when the load is not below 1
 */
export declare function mg1WaitMeanSeconds({ ratePerSecond, demandMeanSeconds, demandVariance, }: {
    readonly ratePerSecond: number;
    readonly demandMeanSeconds: number;
    /** Seconds squared. */
    readonly demandVariance: number;
}): number;
export {};
