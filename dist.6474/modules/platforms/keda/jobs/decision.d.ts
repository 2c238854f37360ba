import { type CustomStrategy, type JobStrategy } from './strategies.js';
/**
 * How many jobs one poll starts.
 *
 * Below `minReplicaCount` the missing ones, whatever the triggers say; else what the strategy allows of the queue.
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_jobs.go, getScalingDecision and createJobs.
 */
export declare function decideJobs({ strategy, custom, minCount, maxCount, ...load }: JobSituation): JobDecision;
interface JobSituation {
    readonly strategy: JobStrategy;
    readonly custom: CustomStrategy;
    readonly minCount: number;
    /** `maxReplicaCount` without the jobs that `minReplicaCount` keeps. */
    readonly maxCount: number;
    readonly wantedCount: number;
    readonly runningCount: number;
    readonly pendingCount: number;
    readonly scaleToCount: number;
}
interface JobDecision {
    readonly limitCount: number;
    readonly scaleToCount: number;
    readonly newCount: number;
}
export {};
