import type { Speed } from './speed.js';
/** How one service's instances share their processors. */
export interface Processors {
    readonly vcpus: number;
    /** Total speed by running requests; undefined: min(running, vcpus). */
    readonly speed: Speed | undefined;
    /** What burns beside requests all the time; below `vcpus`. */
    readonly baseVcpus: number;
    /** What a start burns from its launch on, for a while. */
    readonly burst: {
        readonly vcpus: number;
        readonly seconds: number;
    } | undefined;
    /** Multiplies cpu demands that begin just after an instance became ready. */
    readonly slowStart: {
        readonly forSeconds: number;
        readonly factor: number;
    } | undefined;
}
/**
 * Processors that each of `running` requests has: min(1, (vcpus - background) / running).
 *
 * The base takes what it needs before requests do: agents and the kernel sleep most of the time, and the scheduler lets
 * those go first who slept. A burst is busy threads, as many as its vCPUs, and gets no more than its fair share of the
 * rest: max-min fairness, which is what CFS comes to for threads that are always runnable.
 */
export declare function processorsEach({ vcpus, baseVcpus }: Processors, running: number, burstVcpus: number): number;
/** Speed of each of `running` requests: its processors, slowed as `speed` slows whole ones. */
export declare function speedEach(processors: Processors, running: number, burstVcpus: number): number;
/** Processors that burn beside `running` requests; what they leave at least. */
export declare function backgroundVcpus(processors: Processors, running: number, burstVcpus: number): number;
