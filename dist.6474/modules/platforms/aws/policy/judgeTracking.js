import { capacityBeforeCooldown } from '../algorithm/cooldown.js';
import { lowCountOf, trackedCapacity, trackingAlarms, trackingShape } from '../algorithm/targetTracking.js';
import { scaledOutFromWarm } from '../algorithm/warmup.js';
import { numberText } from '../amountText.js';
import { warmCountOf, warmUntilSeconds } from './fleetView.js';
import { bounded, cutAtMaximum, timeText } from './verdict.js';
/** What a target tracking policy wants at this minute. */
export function judgeTracking(policy, series, context) {
    const always = { policy, isTracking: true, mustAgree: policy.canScaleIn };
    const { desired } = context.fleet;
    const metric = series.current;
    if (metric === undefined) {
        const reason = `${policy.metric.label} has no datapoint of this ${periodText(policy.metric)}`;
        return { ...always, wants: 'hold', desired, rule: 'insufficient data', reason };
    }
    const alarms = trackingAlarms(series.values, { target: policy.target, periodSeconds: series.slotSeconds });
    const { label, unit } = policy.metric;
    const sentence = `${label} is ${numberText(metric)}${unit}, target ${numberText(policy.target)}`;
    const measured = { metric, sentence };
    if (alarms.high === 'alarm')
        return { ...always, ...scaleOut(policy, measured, context) };
    if (alarms.low === 'alarm')
        return { ...always, ...scaleIn(policy, measured, context) };
    return { ...always, wants: 'hold', desired, ...quietRule(policy, metric), reason: sentence };
}
/** `minute`, or `20 s datapoint`. */
function periodText({ periodSeconds }) {
    return periodSeconds === 60 ? 'minute' : `${periodSeconds} s datapoint`;
}
/** What the metric is on its way to, while neither alarm has fired. */
function quietRule({ target, metric: { periodSeconds } }, metric) {
    const highSeconds = trackingShape.highCount * periodSeconds;
    if (metric > target) {
        const span = periodSeconds === 60 ? `${trackingShape.highCount} minutes` : `${highSeconds} s`;
        return { rule: `high alarm waits for ${span}`, quiet: 'waiting' };
    }
    if (metric < trackingShape.lowRatio * target) {
        return { rule: `low alarm waits for ${trackingShape.lowMinutes} minutes`, quiet: 'waiting' };
    }
    return { rule: 'inside the band', quiet: 'calm' };
}
function scaleOut(policy, { metric, sentence }, { fleet, memory, bounds, kind }) {
    const { seconds, desired } = fleet;
    const cooldownSeconds = policy.scaleOutCooldownSeconds;
    const base = kind === 'ec2'
        ? warmCountOf(fleet, policy.warmupSeconds)
        : capacityBeforeCooldown(desired, memory.additions, { seconds, cooldownSeconds });
    const capacity = trackedCapacity({ capacity: base, metric, target: policy.target });
    const wanted = scaledOutFromWarm({ warmCount: base, desired, change: capacity - base });
    const allowed = Math.max(desired, bounded(wanted, bounds));
    const what = kind === 'ec2' ? 'warm' : 'counted';
    const reason = `${sentence}: ${base} ${what} x ${numberText(metric)} / ${numberText(policy.target)} is ${capacity}`;
    const { highCount } = trackingShape;
    if (allowed > desired) {
        return {
            wants: 'out',
            desired: allowed,
            rule: `high alarm: ${highCount} of ${highCount} ${periodText(policy.metric)}s above target`,
            reason,
            ...cutAtMaximum(wanted, bounds),
        };
    }
    const hold = { wants: 'out', desired, reason };
    if (wanted > desired) {
        return { ...hold, rule: 'high alarm, at the maximum', heldBy: 'bounds', ...cutAtMaximum(wanted, bounds) };
    }
    if (kind === 'ec2') {
        const until = warmUntilSeconds(fleet, policy.warmupSeconds);
        const note = until === undefined ? 'instances are starting' : `instances warm up until ${timeText(until)}`;
        const rule = 'high alarm, warm-up: what comes is enough';
        return { ...hold, rule, reason: `${reason}; ${note}`, heldBy: 'cooldown' };
    }
    return { ...hold, rule: 'high alarm, scale-out cooldown: what came is enough', heldBy: 'cooldown' };
}
function scaleIn(policy, { metric, sentence }, { fleet, memory, bounds, kind }) {
    const { desired, seconds } = fleet;
    const { lowRatio } = trackingShape;
    const lowCount = lowCountOf(policy.metric.periodSeconds);
    const hold = (why, note = '') => {
        return { wants: 'hold', desired, rule: `low alarm, ${why}`, reason: `${sentence}${note}` };
    };
    if (!policy.canScaleIn)
        return hold('scale-in is disabled');
    if (kind === 'ec2') {
        const until = warmUntilSeconds(fleet, policy.warmupSeconds);
        if (until !== undefined)
            return hold('warm-up: no scale-in', `; instances warm up until ${timeText(until)}`);
        if (fleet.comingCount > 0)
            return hold('warm-up: no scale-in', `; ${fleet.comingCount} instances are starting`);
    }
    const untilSeconds = (memory.scaledInSeconds ?? Number.NEGATIVE_INFINITY) + policy.scaleInCooldownSeconds;
    if (seconds < untilSeconds)
        return hold('scale-in cooldown', `; cooldown until ${timeText(untilSeconds)}`);
    const capacity = trackedCapacity({ capacity: desired, metric, target: policy.target });
    const allowed = Math.min(desired, bounded(capacity, bounds));
    const reason = `${sentence}: ${desired} x ${numberText(metric)} / ${numberText(policy.target)} is ${capacity}`;
    const rule = `low alarm: ${lowCount} of ${lowCount} ${periodText(policy.metric)}s below ${lowRatio * 100} % of target`;
    if (allowed < desired)
        return { wants: 'in', desired: allowed, rule, reason };
    // It agrees to shrink, and asks for what there is: the largest decision wins.
    const why = capacity < desired ? 'at the minimum' : 'rounding up removes nothing';
    return { wants: 'hold', desired, rule: `low alarm, ${why}`, reason };
}
