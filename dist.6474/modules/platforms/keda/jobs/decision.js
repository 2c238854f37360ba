import { jobStrategies } from './strategies.js';
/**
 * How many jobs one poll starts.
 *
 * Below `minReplicaCount` the missing ones, whatever the triggers say; else what the strategy allows of the queue.
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_jobs.go, getScalingDecision and createJobs.
 */
export function decideJobs({ strategy, custom, minCount, maxCount, ...load }) {
    const missingCount = minCount - load.runningCount;
    const limit = missingCount > 0
        ? { limitCount: missingCount, scaleToCount: missingCount }
        : jobStrategies[strategy]({ ...load, runningCount: -missingCount, maxCount }, custom);
    const limitCount = Math.max(0, limit.limitCount);
    return { limitCount, scaleToCount: limit.scaleToCount, newCount: Math.min(limit.scaleToCount, limitCount) };
}
