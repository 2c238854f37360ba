/** What was recorded in one stretch of time; the stretches are equally long and in time order. */
export interface CpuBin {
    readonly requestsPerSecond: number;
    /** vCPUs that all pods used. */
    readonly cores: number;
    /** Pods that were there; undefined where nobody recorded them. */
    readonly pods: number | undefined;
    /** Whether the number of pods stayed the same since the stretch before. */
    readonly isStanding: boolean;
    /** Share of the answers that were 5xx; undefined where unknown. */
    readonly errorShare: number | undefined;
    /** Share of the periods in which the kernel held a container back; undefined where unknown. */
    readonly throttledShare: number | undefined;
    /** CPU in use over what the pods may use, the most of it and the bins beside it; undefined where no limit is known. */
    readonly saturation?: number | undefined;
}
/** Above this share a stretch says more of failure than of work. */
export declare const CLEAN_SHARE = 0.01;
/** Above this share of the limit requests wait for CPU: what was asked for and what was done part, in the bins beside it, too. */
export declare const SATURATED = 0.9;
export declare function isClean({ errorShare, throttledShare, saturation }: CpuBin): boolean;
