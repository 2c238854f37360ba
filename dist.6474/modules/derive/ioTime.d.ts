import type { Derived } from './derived.js';
import type { LowLoad } from './lowLoad.js';
import type { Spread } from './spread.js';
/**
 * Time of a request off the CPU: latency at low load - cpu, both means.
 *
 * The mean is the recorded one, else that of the lognormal distribution through the quantiles. Nothing is below 0. The range
 * takes the calm bins' own range and that of cpu. What waits even at low load counts as io.
 *
 * @param cpu CPU seconds a request
 * @returns undefined where no mean is known
 */
export declare function ioTime(calm: LowLoad, spread: Spread | undefined, cpu: Pick<Derived, 'value' | 'low' | 'high'>): Derived | undefined;
/**
 * Spread (cv) of cpu and of io, when each has the same: latency = cpu + io, drawn independently, so the variance of latency is
 * cv^2 (cpu^2 + io^2). The low end is the cv of the latency itself (both long at once), the high end all of it in cpu.
 *
 * @returns undefined where cpu is 0
 */
export declare function partsCv({ cv, meanSeconds, by }: Spread, cpuSeconds: number, ioSeconds: number): Derived | undefined;
