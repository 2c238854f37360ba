/**
 * How many new jobs a ScaledJob may start: its `scalingStrategy.strategy`.
 *
 * Each strategy guesses differently which of the messages that are counted already have a job:
 *
 *     default    every running job still has its message in the queue
 *     custom     a given share of the running jobs, and a fixed deduction
 *     accurate   only pending jobs: one whose pod runs has taken its message out
 *     eager      fills all free places, so that no message waits for the next poll
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_jobs.go.
 */
export declare const jobStrategies: {
    readonly default: ({ wantedCount, runningCount, scaleToCount }: JobLoad) => JobLimit;
    readonly custom: (load: JobLoad, { deductionCount, runningShareText }: CustomStrategy) => JobLimit;
    readonly accurate: ({ wantedCount, runningCount, pendingCount, maxCount, scaleToCount }: JobLoad) => JobLimit;
    readonly eager: ({ wantedCount, runningCount, pendingCount, maxCount }: JobLoad) => JobLimit;
};
export type JobStrategy = keyof typeof jobStrategies;
interface JobLoad {
    /** Jobs that the triggers ask for, at most `maxCount`. */
    readonly wantedCount: number;
    /** Jobs that are not finished, without those that `minReplicaCount` keeps. */
    readonly runningCount: number;
    /** Those of them whose pods do not run yet. */
    readonly pendingCount: number;
    readonly maxCount: number;
    /** The queue's length. */
    readonly scaleToCount: number;
}
interface JobLimit {
    /** New jobs at most; may be negative. */
    readonly limitCount: number;
    readonly scaleToCount: number;
}
/** The settings of `custom`, as the manifest has them. */
export interface CustomStrategy {
    readonly deductionCount: number | undefined;
    readonly runningShareText: string | undefined;
}
export {};
