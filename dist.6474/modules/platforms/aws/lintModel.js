import { metrics } from '../../telemetry/metrics.js';
import { amountText, numberText } from './amountText.js';
import { lintSteps } from './lintSteps.js';
import { alarmsOf, comparisons } from './model.js';
import { isOpen } from './openValue.js';
/**
 * What surprises people about a group's policies; steps with gaps or overlaps are errors of reading already.
 *
 * Of what the document leaves open nothing is said.
 */
export function lintModel(model, service) {
    return rules.flatMap((rule) => rule(model, service));
}
function surprise(level, where, words) {
    return { level, where, ...words };
}
/** Whether a policy can remove instances at all; what is open may. */
function canScaleIn(policy) {
    if (!policy.isEnabled || policy.type === 'forecast')
        return false;
    if (policy.type === 'target-tracking')
        return isOpen(policy.canScaleIn) || policy.canScaleIn;
    const isDown = (amount) => isOpen(amount) || amount < 0;
    if (policy.type === 'simple')
        return isDown(policy.adjustment.amount) || policy.adjustment.type === 'ExactCapacity';
    return policy.adjustmentType === 'ExactCapacity' || policy.steps.some(({ adjustment }) => isDown(adjustment));
}
function isActive(policy) {
    return policy.isEnabled && (policy.type !== 'forecast' || policy.canScale);
}
const neverScales = ({ policies, where }) => {
    if (policies.some(isActive))
        return [];
    const what = 'no policy here ever scales';
    const why = 'Each of them is disabled, or makes a forecast only.';
    return [surprise('warning', where, { code: 'never-scales', what, why, fix: 'enable one, or add a dynamic policy.' })];
};
const withoutAlarm = ({ policies }) => policies.flatMap((policy) => {
    if (!policy.isEnabled || (policy.type !== 'step' && policy.type !== 'simple'))
        return [];
    if (policy.calls.alarms.length + policy.calls.elsewhere.length > 0)
        return [];
    const what = `${policy.name}: no alarm of this document calls it`;
    const why = 'Step and simple scaling act only when something calls them: an alarm, which may be elsewhere, or ExecutePolicy.';
    const fix = "add the alarm to the same document, with the policy's ARN, name or Ref in AlarmActions.";
    return [surprise('warning', policy.where, { code: 'policy-without-alarm', what, why, fix })];
});
const fixedSize = ({ bounds, hasBounds, where }) => {
    const { minCount, maxCount } = bounds;
    if (!hasBounds || isOpen(minCount) || minCount !== maxCount)
        return [];
    const what = `the minimum and the maximum are both ${minCount}`;
    const words = { code: 'fixed-size', what, why: 'The policies can never change anything.', fix: 'raise the maximum.' };
    return [surprise('warning', where, words)];
};
const neverShrinks = ({ policies }) => {
    const [first] = policies.filter(isActive);
    if (first === undefined || policies.some(canScaleIn))
        return [];
    const isDisabled = policies.some((policy) => policy.type === 'target-tracking' && policy.canScaleIn === false);
    const what = isDisabled ? 'scale-in is disabled, and no other policy scales in' : 'no policy scales in';
    const why = 'The group stays at its largest size: nothing removes instances.';
    const fix = 'add a policy that scales in, or leave DisableScaleIn out.';
    return [surprise('warning', first.where, { code: 'never-shrinks', what, why, fix })];
};
const targetTooHigh = ({ policies }) => policies.flatMap((policy) => {
    if (policy.type !== 'target-tracking')
        return [];
    const { target, name, where, metric } = policy;
    const { ceiling, label, unit } = metric;
    if (isOpen(target) || ceiling === undefined || target <= 0.9 * ceiling)
        return [];
    const what = `${name}: the target ${numberText(target)}${unit} is ${target >= ceiling ? 'not below' : 'close to'} the highest value that ${label} can show, ${ceiling}${unit}`;
    const why = target >= ceiling
        ? 'The metric never rises above its target, so the policy never scales out.'
        : `Under any overload it asks for at most ${numberText((ceiling / target - 1) * 100)} % more at a time.`;
    const fix = `choose a target of ${numberText(0.5 * ceiling)} to ${numberText(0.8 * ceiling)}${unit}.`;
    return [surprise(target >= ceiling ? 'error' : 'warning', where, { code: 'target-too-high', what, why, fix })];
});
const totalAsTarget = ({ policies }) => policies.flatMap((policy) => {
    if (policy.type !== 'target-tracking' || policy.metric.isPerInstance)
        return [];
    const source = policy.metric.sources.at(0);
    if (source === undefined)
        return [];
    if (metrics[source].fold === 'mean' && source !== 'error_rate')
        return [];
    const what = `${policy.name}: ${policy.metric.label} (${source}) does not halve when the capacity doubles`;
    const why = 'Target tracking computes capacity x metric / target, so each scale-out asks for another, up to the maximum.';
    const fix = 'track a value per instance, such as the requests or the backlog of one.';
    return [surprise('warning', policy.where, { code: 'not-a-utilization', what, why, fix })];
});
const warmupTooShort = ({ policies, kind }, service) => {
    if (service === undefined)
        return [];
    const startupSeconds = service.startupMeanSeconds;
    return policies.flatMap((policy) => {
        const isCooldown = kind === 'application';
        const waitSeconds = isCooldown ? outCooldownSeconds(policy) : policy.warmupSeconds;
        if (policy.type === 'simple' || policy.type === 'forecast')
            return [];
        if (isOpen(waitSeconds) || waitSeconds >= startupSeconds)
            return [];
        const what = `${policy.name}: the ${isCooldown ? 'scale-out cooldown' : 'warm-up'} of ${waitSeconds} s is shorter than the startup, ${numberText(startupSeconds)} s on average`;
        const why = isCooldown
            ? 'New tasks do not serve yet when it is over, and the same load is answered a second time.'
            : 'On EC2 it begins when the instance is in service; a group whose instances are in service before they work counts them too early.';
        const fix = `set it to at least ${Math.ceil(startupSeconds)} s.`;
        return [surprise('warning', policy.where, { code: 'warmup-short', what, why, fix })];
    });
};
function outCooldownSeconds(policy) {
    return policy.type === 'target-tracking'
        ? policy.scaleOutCooldownSeconds
        : policy.type === 'step'
            ? policy.cooldownSeconds
            : 0;
}
const simpleDropsAlarms = ({ policies }) => policies.flatMap((policy) => {
    if (policy.type !== 'simple')
        return [];
    const what = `${policy.name}: simple scaling drops alarms for ${amountText(policy.cooldownSeconds)} s after each change is complete`;
    const why = 'A load that goes on rising waits for one adjustment after the other.';
    const words = {
        code: 'simple-scaling',
        what,
        why,
        fix: 'use step scaling or target tracking, which go on meanwhile.',
    };
    return [surprise('warning', policy.where, words)];
});
/** Period from which an alarm is called slow: that of basic monitoring. */
const SLOW_PERIOD_SECONDS = 300;
const slowAlarm = ({ policies }) => policies
    .flatMap((policy) => alarmsOf(policy))
    .flatMap((alarm) => {
    const { periodSeconds, datapointsCount } = alarm;
    if (isOpen(periodSeconds) || isOpen(datapointsCount))
        return [];
    if (periodSeconds < SLOW_PERIOD_SECONDS || !comparisons[alarm.comparison].isAbove)
        return [];
    const lateMinutes = (periodSeconds * datapointsCount) / 60;
    const what = `${alarm.name}: fires ${lateMinutes} minutes or more after the load has risen`;
    const why = `It waits for ${datapointsCount} periods of ${periodSeconds} s.`;
    const fix = 'use periods of 60 s, with detailed monitoring.';
    return [surprise('warning', alarm.where, { code: 'slow-alarm', what, why, fix })];
});
const twoWaysIn = ({ policies }) => {
    const tracking = policies.find((policy) => policy.type === 'target-tracking' && canScaleIn(policy));
    const other = policies.find((policy) => (policy.type === 'step' || policy.type === 'simple') && hasCaller(policy) && canScaleIn(policy));
    if (tracking === undefined || other === undefined)
        return [];
    const what = `${other.name} and ${tracking.name} both scale in`;
    const why = 'The other policy removes instances that target tracking then finds missing, and the group flaps.';
    const fix = 'let one of them scale in: DisableScaleIn, or a policy that only adds.';
    return [surprise('warning', other.where, { code: 'two-ways-in', what, why, fix })];
};
function hasCaller(policy) {
    if (policy.type !== 'step' && policy.type !== 'simple')
        return true;
    return policy.calls.alarms.length + policy.calls.elsewhere.length > 0;
}
const neverReturnsFromZero = ({ policies, bounds, hasBounds, where }) => {
    const isBlind = policies
        .filter((policy) => isActive(policy) && hasCaller(policy))
        .every((policy) => {
        if (policy.type === 'forecast')
            return false;
        if (policy.type === 'target-tracking')
            return policy.metric.isOfGroup || policy.metric.isPerInstance;
        const { alarms, elsewhere } = policy.calls;
        return elsewhere.length === 0 && alarms.every(({ metric }) => metric.isOfGroup || metric.isPerInstance);
    });
    const isSilent = !policies.some((policy) => isActive(policy) && hasCaller(policy));
    if (!hasBounds || isOpen(bounds.minCount) || bounds.minCount > 0 || !isBlind || isSilent)
        return [];
    const what = 'the minimum is 0, and all metrics come from the instances';
    const why = 'Without instances there is no data, so a group that has shrunk to 0 stays there.';
    return [surprise('warning', where, { code: 'stuck-at-zero', what, why, fix: 'set the minimum to 1 or more.' })];
};
/** An alarm that looks more often than its metric has datapoints. */
const periodTooShort = ({ policies }) => policies
    .flatMap((policy) => alarmsOf(policy))
    .flatMap((alarm) => {
    const { periodSeconds, metric } = alarm;
    if (isOpen(periodSeconds) || periodSeconds >= metric.periodSeconds)
        return [];
    const what = `${alarm.name}: looks every ${periodSeconds} s at ${metric.label}, which has a datapoint every ${metric.periodSeconds} s`;
    const why = 'Most periods are without data, and the alarm often lapses into insufficient data.';
    const fix = `set the Period to ${metric.periodSeconds}.`;
    return [surprise('warning', alarm.where, { code: 'period-short', what, why, fix })];
});
/** An alarm beyond what its metric can show. */
const neverFires = ({ policies }) => policies
    .flatMap((policy) => alarmsOf(policy))
    .flatMap((alarm) => {
    const { threshold, metric, comparison } = alarm;
    if (isOpen(threshold) || metric.sources.length === 0)
        return [];
    const { isAbove, sign, holds } = comparisons[comparison];
    const extreme = isAbove ? metric.ceiling : 0;
    if (extreme === undefined || holds(extreme, threshold))
        return [];
    const what = `${alarm.name}: fires at ${metric.label} ${sign} ${numberText(threshold)}${metric.unit}, and the metric shows ${isAbove ? 'at most' : 'at least'} ${extreme}${metric.unit}`;
    const why = 'The alarm never fires, so the policy never acts.';
    const words = { code: 'alarm-never-fires', what, why, fix: 'choose a threshold inside of that range.' };
    return [surprise('error', alarm.where, words)];
});
const stepsMiss = ({ policies }) => policies.flatMap((policy) => (policy.type === 'step' && policy.isEnabled ? lintSteps(policy) : []));
const rules = [
    neverScales,
    withoutAlarm,
    stepsMiss,
    neverFires,
    periodTooShort,
    fixedSize,
    targetTooHigh,
    neverShrinks,
    totalAsTarget,
    warmupTooShort,
    slowAlarm,
    simpleDropsAlarms,
    twoWaysIn,
    neverReturnsFromZero,
];
