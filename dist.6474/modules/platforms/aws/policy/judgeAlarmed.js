import { capacityChange } from '../algorithm/adjustment.js';
import { alarmState } from '../algorithm/alarm.js';
import { capacityBeforeCooldown } from '../algorithm/cooldown.js';
import { blockedUntilSeconds } from '../algorithm/simpleScaling.js';
import { stepScaling } from '../algorithm/stepScaling.js';
import { numberText } from '../amountText.js';
import { comparisons, } from '../model.js';
import { warmCountOf, warmUntilSeconds } from './fleetView.js';
import { bounded, cutAtMaximum, timeText } from './verdict.js';
/** What a step or simple scaling policy wants: nothing while its alarm is silent. */
export function judgeAlarmed(policy, context) {
    const always = { policy, isTracking: false, mustAgree: false };
    const { desired } = context.fleet;
    const readings = policy.calls.alarms.map((alarm) => readAlarm(alarm, context.seriesOf(alarm), context.memory, policy.name));
    const fired = readings.find(({ state, value }) => state === 'alarm' && value !== undefined);
    if (fired?.value === undefined)
        return { ...always, wants: 'hold', desired, ...silence(readings) };
    const { alarm, value } = fired;
    const { sign } = comparisons[alarm.comparison];
    const sentence = `${alarm.metric.label} is ${numberText(value)}${alarm.metric.unit}, alarm ${sign} ${numberText(alarm.threshold)}`;
    const called = { alarm, value, sentence };
    const saying = policy.type === 'step' ? judgeStep(policy, called, context) : judgeSimple(policy, called, context);
    return { ...always, ...saying };
}
function readAlarm(alarm, series, memory, policyName) {
    const key = `${policyName}/${alarm.name}`;
    const { holds } = comparisons[alarm.comparison];
    const points = series.periods(alarm.periodSeconds / series.slotSeconds, statisticOf(alarm.statistic));
    const rule = { ...alarm, isBreaching: (value) => holds(value, alarm.threshold) };
    const state = alarmState(points, rule, memory.alarmStates.get(key));
    memory.alarmStates.set(key, state);
    return { alarm, state, value: points.slice(-alarm.evaluationCount).findLast((value) => value !== undefined) };
}
function silence(readings) {
    const isBlind = readings.every(({ value, state }) => value === undefined || state === 'insufficient-data');
    const texts = readings.map(({ alarm, value }) => value === undefined
        ? `${alarm.metric.label} has no datapoint`
        : `${alarm.metric.label} is ${numberText(value)}${alarm.metric.unit}, alarm ${comparisons[alarm.comparison].sign} ${numberText(alarm.threshold)}`);
    const reason = texts.join('; ');
    return isBlind ? { rule: 'insufficient data', reason } : { rule: 'alarm is OK', reason, quiet: 'calm' };
}
function judgeStep(policy, { alarm, value, sentence }, context) {
    const { fleet, memory, kind, bounds } = context;
    const { seconds, desired } = fleet;
    const baseCount = kind === 'ec2'
        ? warmCountOf(fleet, policy.warmupSeconds)
        : capacityBeforeCooldown(desired, memory.additions, { seconds, cooldownSeconds: policy.cooldownSeconds });
    const { isAbove } = comparisons[alarm.comparison];
    const answer = stepScaling({
        ...policy,
        alarm: { threshold: alarm.threshold, isAbove },
        metric: value,
        baseCount,
        desired,
    });
    if (answer.step === undefined)
        return { wants: 'hold', desired, rule: 'alarm, but no step holds', reason: sentence };
    const rule = `step ${adjustmentText(policy.adjustmentType, answer.step.adjustment)}`;
    const reason = `${sentence}: ${rule} of ${baseCount} is ${answer.desired}`;
    if (answer.direction === 'none')
        return { wants: 'hold', desired, rule, reason };
    if (answer.direction === 'in') {
        const blocked = scaleInBlock(policy, context);
        if (blocked !== undefined)
            return { wants: 'hold', desired, rule: `${rule}, ${blocked}`, reason };
        const allowed = Math.min(desired, bounded(answer.desired, bounds));
        const isCut = allowed === desired;
        return { wants: isCut ? 'hold' : 'in', desired: allowed, rule: isCut ? `${rule}, at the minimum` : rule, reason };
    }
    const allowed = Math.max(desired, bounded(answer.desired, bounds));
    const cut = cutAtMaximum(answer.desired, bounds);
    if (allowed > desired)
        return { wants: 'out', desired: allowed, rule, reason, ...cut };
    const hold = { wants: 'out', desired, reason, ...cut };
    if (answer.desired > desired)
        return { ...hold, rule: `${rule}, at the maximum`, heldBy: 'bounds' };
    const wait = kind === 'ec2' ? 'warm-up: what comes is enough' : 'cooldown: what came is enough';
    return { ...hold, rule: `${rule}, ${wait}`, heldBy: 'cooldown' };
}
/** Why a step policy may not remove instances now. */
function scaleInBlock(policy, { kind, fleet, memory }) {
    if (kind === 'ec2') {
        const isWarming = fleet.comingCount > 0 || warmUntilSeconds(fleet, policy.warmupSeconds) !== undefined;
        return isWarming ? 'warm-up: no scale-in' : undefined;
    }
    const untilSeconds = (memory.scaledInSeconds ?? Number.NEGATIVE_INFINITY) + policy.cooldownSeconds;
    return fleet.seconds < untilSeconds ? 'scale-in cooldown' : undefined;
}
function judgeSimple(policy, { sentence }, { fleet, memory, bounds }) {
    const { desired, seconds } = fleet;
    const { type, amount } = policy.adjustment;
    const wanted = Math.max(0, desired + capacityChange(policy.adjustment, desired));
    const untilSeconds = blockedUntilSeconds(memory.simple, seconds);
    if (untilSeconds !== undefined) {
        const note = Number.isFinite(untilSeconds) ? `until ${timeText(untilSeconds)}` : 'the activity still runs';
        const dropped = { wants: 'hold', desired, reason: `${sentence}; ${note}` };
        if (wanted < desired)
            return { ...dropped, rule: 'scale-in cooldown: the alarm is dropped' };
        return { ...dropped, rule: 'cooldown: the alarm is dropped', heldBy: 'cooldown' };
    }
    const rule = `adjust ${adjustmentText(type, amount)}`;
    const reason = `${sentence}: ${rule} of ${desired} is ${wanted}`;
    // A bound cuts the change, and never turns its direction: a group outside of its bounds is brought back elsewhere.
    const limited = bounded(wanted, bounds);
    const allowed = wanted > desired ? Math.max(desired, limited) : Math.min(desired, limited);
    if (allowed === desired) {
        const hold = { wants: 'hold', desired, reason, ...cutAtMaximum(wanted, bounds) };
        if (wanted > desired)
            return { ...hold, rule: `${rule}, at the maximum`, heldBy: 'bounds' };
        return { ...hold, rule: wanted < desired ? `${rule}, at the minimum` : rule };
    }
    return { wants: allowed > desired ? 'out' : 'in', desired: allowed, rule, reason, ...cutAtMaximum(wanted, bounds) };
}
/** `+3`, `-2`, `+30 %`, `to 5`. */
export function adjustmentText(type, amount) {
    if (type === 'ExactCapacity')
        return `to ${amount}`;
    return `${amount < 0 ? '-' : '+'}${Math.abs(amount)}${type === 'PercentChangeInCapacity' ? ' %' : ''}`;
}
const folds = {
    Average: (minutes) => total(minutes) / minutes.length,
    Minimum: (minutes) => minutes.reduce((least, value) => Math.min(least, value)),
    Maximum: (minutes) => minutes.reduce((most, value) => Math.max(most, value)),
    Sum: total,
};
/** How an alarm makes one datapoint of a period's minutes, of which there is at least one. */
function statisticOf(statistic) {
    return folds[statistic];
}
function total(minutes) {
    return minutes.reduce((sum, value) => sum + value, 0);
}
