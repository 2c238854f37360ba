import { type CustomStrategy, type JobStrategy, jobStrategies } from './strategies.js';

/**
 * How many jobs one poll starts.
 *
 * Below `minReplicaCount` the missing ones, whatever the triggers say; else what the strategy allows of the queue.
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_jobs.go, getScalingDecision and createJobs.
 */
export function decideJobs({ strategy, custom, minCount, maxCount, ...load }: JobSituation): JobDecision {
  const missingCount = minCount - load.runningCount;
  const limit =
    missingCount > 0
      ? { limitCount: missingCount, scaleToCount: missingCount }
      : jobStrategies[strategy]({ ...load, runningCount: -missingCount, maxCount }, custom);
  const limitCount = Math.max(0, limit.limitCount);
  return { limitCount, scaleToCount: limit.scaleToCount, newCount: Math.min(limit.scaleToCount, limitCount) };
}

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
