import { parseDecimal } from '../../../base/numberText.js';
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
export const jobStrategies = {
    default: ({ wantedCount, runningCount, scaleToCount }) => ({
        limitCount: wantedCount - runningCount,
        scaleToCount,
    }),
    custom: (load, { deductionCount, runningShareText }) => {
        const share = parseShare(runningShareText);
        // Without a share that can be read, KEDA uses the default strategy.
        if (share === undefined)
            return jobStrategies.default(load);
        const { wantedCount, runningCount, maxCount, scaleToCount } = load;
        const freeCount = wantedCount - (deductionCount ?? 0) - Math.trunc(runningCount * share);
        return { limitCount: Math.min(freeCount, maxCount), scaleToCount };
    },
    accurate: ({ wantedCount, runningCount, pendingCount, maxCount, scaleToCount }) => ({
        limitCount: wantedCount + runningCount - pendingCount > maxCount ? maxCount - runningCount : wantedCount - pendingCount,
        scaleToCount,
    }),
    eager: ({ wantedCount, runningCount, pendingCount, maxCount }) => ({
        limitCount: Math.min(maxCount - runningCount - pendingCount, wantedCount),
        scaleToCount: maxCount,
    }),
};
function parseShare(text) {
    return text === undefined ? undefined : parseDecimal(text);
}
