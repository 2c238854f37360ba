import { seenThrough } from '../../../policy/observation.js';
import { winningProposal } from '../algorithm/severalPolicies.js';
import { trackingShape } from '../algorithm/targetTracking.js';
import { feedNameOf } from '../cloudWatchFeed.js';
import { STANDARD_SECONDS } from '../cloudWatchMetrics.js';
import { alarmsOf } from '../model.js';
import { viewFleet } from './fleetView.js';
import { judgeAlarmed } from './judgeAlarmed.js';
import { judgeTracking } from './judgeTracking.js';
import { memoryOf, noteOutcome } from './memory.js';
import { readSlot } from './readSlot.js';
import { SlotSeries } from './slotSeries.js';
import { bounded } from './verdict.js';
/**
 * A group's scaling policies as one policy of ours, evaluated as often as its metrics have datapoints: once a minute, and every 10
 * to 30 s for metrics of high resolution.
 *
 * Each time: what came of the last decision; one datapoint for each metric; what each policy says whose datapoint that is; the largest wins.
 */
export function scalingPolicy(model) {
    const policies = model.policies.filter(isActing);
    const everySeconds = policies.map(slotSecondsOf).reduce(commonDivisor, STANDARD_SECONDS);
    return {
        name: model.name,
        every: `${everySeconds}s`,
        decide: (observation, context) => decide({ ...model, policies }, { observation, everySeconds }, context),
    };
}
function isActing(policy) {
    return policy.type !== 'forecast' && policy.isEnabled;
}
function commonDivisor(one, other) {
    return other === 0 ? one : commonDivisor(other, one % other);
}
/** How often a policy has something new to say. */
function slotSecondsOf(policy) {
    if (policy.type === 'target-tracking')
        return policy.metric.periodSeconds;
    return policy.calls.alarms.reduce((least, alarm) => Math.min(least, alarm.periodSeconds), STANDARD_SECONDS);
}
function decide(model, { observation, everySeconds }, context) {
    const memory = memoryOf(context.state);
    const tick = Math.floor(observation.time / everySeconds);
    // Observations more often than the alarms are evaluated change nothing.
    if (tick <= memory.tick)
        return undefined;
    const before = memory.tick * everySeconds;
    memory.tick = tick;
    const instances = model.kind === 'ec2' ? observation.perInstance : [];
    const fleet = viewFleet(observation, instances, memory.batches);
    noteOutcome(memory, fleet);
    const shared = { fleet, memory, bounds: model.bounds, kind: model.kind };
    const verdicts = model.policies.map((policy) => {
        const slotSeconds = slotSecondsOf(policy);
        const last = memory.verdicts.get(policy.name);
        const isNew = Math.floor(observation.time / slotSeconds) > Math.floor(before / slotSeconds);
        // Between its datapoints it stands by what it said, and does not act on it a second time.
        if (!isNew && last !== undefined)
            return { ...last, isNew };
        const seriesOf = (metric, seconds) => feedOf(memory, model, {
            metric,
            slotSeconds: seconds,
            warmupSeconds: policy.warmupSeconds,
            observation,
            instances,
        });
        const verdict = policy.type === 'target-tracking'
            ? judgeTracking(policy, seriesOf(policy.metric, slotSeconds), shared)
            : judgeAlarmed(policy, {
                ...shared,
                seriesOf: ({ metric, periodSeconds }) => seriesOf(metric, Math.min(STANDARD_SECONDS, periodSeconds)),
            });
        memory.verdicts.set(policy.name, verdict);
        return verdict;
    });
    const { decision, winner } = conclude(verdicts, { model, desired: fleet.desired });
    memory.asked = {
        seconds: observation.time,
        fromCount: fleet.desired,
        simpleCooldownSeconds: winner?.policy.type === 'simple' ? winner.policy.cooldownSeconds : undefined,
    };
    return decision;
}
function conclude(verdicts, { model, desired }) {
    const largest = winningProposal(verdicts);
    const winner = largest?.isNew === false ? undefined : largest;
    const inside = bounded(desired, model.bounds);
    if (inside !== desired && (winner === undefined || winner.desired === desired)) {
        const rule = inside > desired ? "raised to the group's minimum" : "scale-in to the group's maximum";
        const reason = `the group has ${model.bounds.minCount} to ${model.bounds.maxCount} instances`;
        return { decision: { desired: inside, rule, reason }, winner: undefined };
    }
    const spoken = winner ?? telling(verdicts);
    if (spoken === undefined)
        return { decision: { desired, rule: 'no policy is enabled' }, winner };
    const prefix = model.policies.length > 1 ? `${spoken.policy.name}: ` : '';
    const isOverruled = winner === undefined && spoken.wants === 'in';
    const rule = `${prefix}${spoken.rule}${isOverruled ? ', other target tracking policies do not agree' : ''}`;
    const reason = verdicts.length > 1 ? verdicts.map((one) => `${one.policy.name}: ${one.reason}`).join('; ') : spoken.reason;
    const { heldBy } = spoken;
    return {
        decision: { desired: winner?.desired ?? desired, rule, reason, heldBy, ...atMaximum(verdicts, model) },
        winner,
    };
}
/** What the policy that wants most would have without the group's maximum. */
function atMaximum(verdicts, { kind }) {
    const wanted = Math.max(0, ...verdicts.flatMap((verdict) => verdict.wanted ?? []));
    return wanted === 0 ? {} : { atMaximum: { wanted, setting: kind === 'ec2' ? 'MaxSize' : 'MaxCapacity' } };
}
/** Of policies that all hold, the one whose rule says most. */
function telling(verdicts) {
    return verdicts.reduce((best, verdict) => (best === undefined || tellingRank(verdict) < tellingRank(best) ? verdict : best), undefined);
}
/** First one whose decision the others stop, then one that is kept from acting, then one that waits, then silence. */
function tellingRank({ wants, quiet }) {
    if (wants !== 'hold')
        return 0;
    if (quiet === 'calm')
        return 3;
    return quiet === 'waiting' ? 2 : 1;
}
/** The series of a metric with this slot's datapoint; policies with the same metric and warm-up share it. */
function feedOf(memory, model, feeding) {
    const { metric, slotSeconds, warmupSeconds, observation, instances } = feeding;
    const slot = Math.floor(observation.time / slotSeconds);
    const key = `${metric.label}/${metric.periodSeconds}/${slotSeconds}/${warmupSeconds}`;
    const feed = memory.feeds.get(key) ?? {
        series: new SlotSeries({ slotSeconds, lookSeconds: longestLookSeconds(model.policies) }),
        cursor: { takenSeconds: Number.NEGATIVE_INFINITY },
    };
    memory.feeds.set(key, feed);
    if (feed.series.endSlot !== slot) {
        const seen = seenThrough(observation, feedNameOf(metric));
        const value = readSlot(metric, seen, { cursor: feed.cursor, warmupSeconds, instances });
        feed.series.append(slot, value);
    }
    return feed.series;
}
/** How far the slowest alarm looks back, with one period that has not ended. */
function longestLookSeconds(policies) {
    const looks = policies
        .flatMap((policy) => alarmsOf(policy))
        .map(({ periodSeconds, evaluationCount }) => periodSeconds * (evaluationCount + 1));
    return looks.reduce((longest, look) => Math.max(longest, look), trackingShape.lowMinutes * STANDARD_SECONDS);
}
