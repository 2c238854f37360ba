import { stepFaults } from './algorithm/stepAdjustments.js';
import { numberText } from './amountText.js';
import { comparisons } from './model.js';
import { isOpen } from './openValue.js';
import { isClosed } from './read/policyContext.js';
/**
 * Alarms that fire where no step of their policy holds: always, or in a part of the range.
 *
 * A breach is the metric less the threshold. Below its threshold an alarm's breaches are negative, so a step from 0 up holds at
 * none of them. Steps have no gaps between them (AWS refuses those), so what they cover is one range.
 * ```
 *   alarm > 60      fires          60 (---------------------
 *   steps 10..      hold                   70 [-------------      nothing happens from 60 to 70
 * ```
 * Source: StepAdjustment, both API references; `algorithm/stepAdjustments.ts` has the rules for the ends.
 */
export function lintSteps(policy) {
    const steps = policy.steps.filter(isClosed);
    if (steps.length < policy.steps.length || stepFaults(steps).length > 0)
        return [];
    const from = Math.min(...steps.map(({ lower }) => lower));
    const to = Math.max(...steps.map(({ upper }) => upper));
    return policy.calls.alarms.flatMap((alarm) => missed(policy, alarm, { from, to }));
}
function missed(policy, alarm, covered) {
    const { threshold, metric, comparison } = alarm;
    if (isOpen(threshold))
        return [];
    const { isAbove, sign } = comparisons[comparison];
    // What the metric can show beyond the threshold; nobody knows the ends of a custom one.
    const isKnown = metric.sources.length > 0;
    const highest = isKnown && metric.ceiling !== undefined ? metric.ceiling - threshold : Number.POSITIVE_INFINITY;
    const lowest = isKnown ? -threshold : Number.NEGATIVE_INFINITY;
    const at = (breach) => `${numberText(threshold + breach)}${metric.unit}`;
    const fires = `the alarm ${alarm.name} fires at ${metric.label} ${sign} ${at(0)}`;
    const never = isAbove ? covered.to <= 0 || covered.from > highest : covered.from >= 0 || covered.to < lowest;
    const where = policy.where;
    if (never) {
        const what = `${policy.name}: ${fires}, and its steps hold only ${rangeText(covered, at)}`;
        const why = 'No breach meets a step, so the alarm fires and nothing ever happens.';
        const fix = isAbove
            ? 'give a step MetricIntervalLowerBound: 0, the distance from the threshold.'
            : 'give a step MetricIntervalUpperBound: 0 and no lower bound: breaches below a threshold are negative.';
        return [{ level: 'error', code: 'steps-miss', where, what, why, fix }];
    }
    const isGap = isAbove ? covered.from > 0 : covered.to < 0;
    if (!isGap)
        return [];
    const range = isAbove ? `${at(0)} to ${at(covered.from)}` : `${at(covered.to)} to ${at(0)}`;
    const what = `${policy.name}: ${fires}, and no step holds from ${range}`;
    const why = 'In that range the alarm fires and nothing happens.';
    const fix = `begin the steps at the threshold: Metric${isAbove ? 'IntervalLower' : 'IntervalUpper'}Bound: 0.`;
    return [{ level: 'warning', code: 'steps-miss', where, what, why, fix }];
}
function rangeText({ from, to }, at) {
    if (to === Number.POSITIVE_INFINITY)
        return `from ${at(from)} up`;
    return from === Number.NEGATIVE_INFINITY ? `from ${at(to)} down` : `from ${at(from)} to ${at(to)}`;
}
