import type { Derived } from './derived.js';
/** Seconds from the creation of a pod to each phase; null where the file does not tell. */
export interface StartPhases {
    readonly scheduledSeconds: number | null;
    readonly pulledSeconds: number | null;
    readonly startedSeconds: number | null;
    readonly readySeconds: number | null;
}
export interface Startup {
    /** Measured startups, ascending: what an empirical distribution draws. */
    readonly valuesSeconds: readonly number[];
    readonly mean: Derived;
    readonly p95: Derived;
    /** Median length of each phase that the files tell apart, in their order. */
    readonly phases: readonly {
        readonly name: string;
        readonly seconds: number;
    }[];
}
/**
 * Startup, launch to ready, as the distribution of what was measured: ready - created, a pod.
 *
 * The mean's interval is Student's. That of the 95 % quantile is between order statistics, whose ranks follow the binomial
 * distribution and need no shape; where there are too few starts for an upper one, it is that of a lognormal distribution:
 * mean + z s +- t s sqrt(1 / n + z^2 / (2 (n - 1))) of the logarithms.
 *
 * @returns undefined when no start is known
 * @see Conover, "Practical Nonparametric Statistics", section 3.2; Hahn and Meeker, "Statistical Intervals", section 4.4
 */
export declare function startupOf(starts: readonly StartPhases[]): Startup | undefined;
