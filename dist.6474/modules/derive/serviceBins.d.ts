import type { Recording } from '../results/recording.js';
import type { CpuBin } from './cpuBin.js';
/** What all series say of one stretch of time; undefined where nothing was recorded. */
export interface ServiceBin extends Omit<CpuBin, 'requestsPerSecond' | 'cores'> {
    /** Begin of the stretch, seconds of the recording. */
    readonly seconds: number;
    readonly requestsPerSecond: number | undefined;
    /** vCPUs that all pods used. */
    readonly cores: number | undefined;
    /** Seconds. */
    readonly latency: Readonly<Partial<Record<'mean' | 'p50' | 'p90' | 'p95' | 'p99', number>>>;
}
export interface ServiceBins {
    readonly bins: readonly ServiceBin[];
    readonly widthSeconds: number;
}
/**
 * The recording as bins as long as the coarsest step of requests and CPU, from the first request to the last.
 *
 * A sampled series gives a bin the mean of its points in it, and nothing where it has none; one that was noted at changes its
 * value at the begin.
 *
 * @param coresAtFull cores of one pod in use at a utilization of 1; undefined where it is not known
 */
export declare function serviceBins(recording: Recording, coresAtFull: number | undefined): ServiceBins;
