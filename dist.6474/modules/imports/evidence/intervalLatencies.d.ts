import { Latencies } from './latencies.js';
/** Latencies by interval, which may be put together to longer ones. */
export declare class IntervalLatencies {
    #private;
    /** @param bin which interval, counted from 1970 */
    add(bin: number, seconds: number): void;
    at(bin: number): Latencies | undefined;
    get all(): Latencies;
    /** Makes each interval `factor` times as long. */
    coarsen(factor: number): void;
}
