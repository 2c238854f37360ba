import { goodShareOf } from '../goodShareOf.js';
import { measureOf } from '../measures/index.js';
import { sloResult } from '../sloResult.js';
import { evaluateThresholds } from '../thresholds.js';
/** A run that failed met nothing. */
export const failedOutcome = { meets: false, loss: Number.POSITIVE_INFINITY, goodShare: -1 };
/** Judges one run by itself, as the reports judge all runs together. */
export function outcomeOf(run, scenario, rule) {
    const { slo, thresholds, duration, warmup } = scenario;
    const { goal, allowEmpty } = rule;
    const spanSeconds = duration - warmup;
    const keepsSlo = slo === undefined || sloResult(slo, [run], { allowEmpty }).met;
    const meets = keepsSlo && evaluateThresholds(thresholds, [run], { spanSeconds, allowEmpty }).every(({ ok }) => ok);
    return { meets, loss: lossOf(goal, run.measures[goal]), goodShare: goodShareOf(run.measures) ?? 0 };
}
/** A measure as something to have little of. */
export function lossOf(goal, value) {
    if (typeof value !== 'number')
        return Number.POSITIVE_INFINITY;
    return measureOf(goal)?.better === 'higher' ? -value : value;
}
/** Negative where `a` beats `b`: it alone meets the limits, or both do and it has the better goal, or neither and it has more good. */
export function compareOutcomes(a, b) {
    if (a.meets !== b.meets)
        return a.meets ? -1 : 1;
    if (!a.meets)
        return b.goodShare - a.goodShare;
    return a.loss === b.loss ? 0 : a.loss - b.loss;
}
/** Place of the best; of equals the first. */
export function winnerOf(outcomes) {
    return outcomes.reduce((best, outcome, index) => (compareOutcomes(outcome, outcomes[best]) < 0 ? index : best), 0);
}
