import { type CpuBin } from './cpuBin.js';
/**
 * Bins in which CPU and requests cover the same span of time.
 *
 * Recordings seldom agree: CPU as rate[5m] beside requests as rate[1m] is late and smooth, and the noise of requests that it
 * does not show pulls a slope towards 0. So requests and pods, or CPU, are averaged over the last 1, 2, 3, 5, 10 or 20 bins, and
 * the pair that lies nearest to a line is taken. Bins that are not clean are left out, and so
 * is every average over one.
 */
export declare function alignBins(bins: readonly CpuBin[]): readonly CpuBin[];
