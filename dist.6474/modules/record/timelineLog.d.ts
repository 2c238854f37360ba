import { type SparseHistogram } from '../stats/histogram.js';
import type { JournalPage, JournalReader } from './journal.js';
/** The state of one service at an instant. */
export interface FleetSample {
    readonly desired: number;
    readonly ready: number;
    readonly starting: number;
    readonly queue: number;
    /** Busy vCPU seconds since the run began, of all its instances. */
    readonly busyVcpuSeconds: number;
    /** vCPUs of the ready and draining instances. */
    readonly servingVcpus: number;
}
/** One service's curves, one entry per step. */
export interface ServiceCurves {
    readonly rate: number[];
    readonly desired: number[];
    readonly ready: number[];
    readonly starting: number[];
    readonly p95Seconds: (number | null)[];
    /** The quantile that the objective speaks of; empty where it is p95 or there is none. */
    readonly objectiveSeconds: (number | null)[];
    readonly cpu: (number | null)[];
    readonly queue: number[];
}
/** The pictures of one run: offered rate, instances, latency, CPU, queue, per service and step. */
export declare class TimelineLog implements JournalReader {
    #private;
    readonly stepSeconds: number;
    /** Time between two samples of the fleets, seconds. */
    readonly sampleSeconds: number;
    readonly curves: readonly ServiceCurves[];
    /** Seconds of one column of `heatOf`. */
    readonly heatStepSeconds: number;
    /** @param objective share of requests that the SLO asks to be in time; undefined without one */
    constructor(serviceCount: number, durationSeconds: number, objective?: number);
    read({ arrivals, arrivalFrom: from, arrivalTo: to, outcomes }: JournalPage): void;
    /** Samples every service; at the end of a step the sample becomes a point. */
    sample(samples: readonly FleetSample[], isStepEnd: boolean): void;
    /** [column] the latencies of the answers that came in it, all tries of a service; the last column may be short. */
    heatOf(service: number): readonly SparseHistogram[];
}
