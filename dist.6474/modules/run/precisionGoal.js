import { spreadOf } from '../results/measureSpread.js';
import { unanswered } from '../results/unansweredRuns.js';
import { precisionOf } from '../stats/precision.js';
/**
 * How far the runs of one scenario are from the goal.
 *
 * A measure without data, or unanswered in some run, has no mean that more runs could sharpen; it holds nothing up.
 */
export function statusOf(goal, runsByCandidate, names) {
    let runsExpected = 0;
    let worst;
    for (const [index, { runs, failure }] of runsByCandidate.entries()) {
        if (failure !== undefined)
            continue;
        for (const measure of goal.measures) {
            const values = runs.flatMap(({ measures }) => measures[measure] ?? []);
            if (values.length === 0 || runs.some(({ nulls }) => nulls[measure] === unanswered))
                continue;
            const precision = precisionOf(values, goal.ratio, spreadOf(measure));
            if (precision.isReached || precision.runsExpected <= runsExpected)
                continue;
            runsExpected = precision.runsExpected;
            worst = { policy: names[index], measure, ratio: precision.relativeHalfWidth };
        }
    }
    return { isReached: worst === undefined, runsExpected: Math.min(goal.maxRunCount, runsExpected), worst };
}
