import { formatDuration } from '../../base/duration.js';
import { PolicyFault } from '../../policy/policy.js';
import { defaultFlags } from '../kubernetesHpa/controllerFlags.js';
import { memoryOf } from './kedaMemory.js';
import { poll } from './poll.js';
import { externalTriggers } from './scaledObject.js';
import { externalTargetPath } from './settableFields.js';
import { labelOf } from './trigger.js';
/** How often the HPA asks, whatever `pollingInterval` says. */
export const hpaSyncSeconds = defaultFlags.syncSeconds;
/**
 * A ScaledObject as a policy: KEDA's polls and the HPA's syncs on one clock.
 *
 *     t =   15   30   45   60   75   90         pollingInterval 30
 *     KEDA       poll      poll      poll       0 <-> running
 *     HPA   sync sync sync sync sync sync       1 .. N
 *
 * Where both fall together KEDA comes first, and when it changes the count the HPA sees that 15 s later.
 * The test "KEDA polls and the HPA syncs at their own multiples" asserts this drawing.
 */
export function kedaPolicy(settings, hpa) {
    const { pollingSeconds, pausedCount, rules } = settings;
    return {
        name: settings.name,
        every: formatDuration(greatestCommonDivisor(pollingSeconds, hpaSyncSeconds)),
        decide(observation, context) {
            const { time, instances } = observation;
            if (pausedCount !== undefined) {
                if (instances.desired === pausedCount)
                    return undefined;
                return pausedCount < instances.desired
                    ? { desired: pausedCount, rule: 'scale-down to paused-replicas' }
                    : { desired: pausedCount, rule: 'paused-replicas', heldBy: 'paused' };
            }
            if (rules.isPaused)
                return undefined;
            refuseUnmapped(settings);
            const memory = memoryOf(context.state);
            const isPoll = time % pollingSeconds === 0;
            const answer = isPoll ? poll(settings, observation, memory) : memory.lastAnswer;
            const own = answer && decisionOf(answer, answer.count);
            if (isPoll && answer?.count !== instances.desired)
                return own;
            // At 0 the HPA is off; only KEDA can start the target.
            if (instances.desired === 0)
                return isPoll ? own : undefined;
            if (time % hpaSyncSeconds !== 0)
                return undefined;
            return syncHpa(settings, observation, context, hpa);
        },
    };
}
function syncHpa(settings, observation, context, hpa) {
    const memory = memoryOf(context.state);
    memory.hasFallenBack = false;
    const decision = hpa.decide(observation, context);
    if (typeof decision !== 'object' || decision === null)
        return undefined;
    const { lastAnswer } = memory;
    if (memory.hasFallenBack)
        return { ...decision, rule: fallbackRule(settings), heldBy: undefined };
    // While nothing is active and the HPA keeps the count, KEDA's reason is the interesting one.
    if (decision.desired === observation.instances.desired && lastAnswer !== undefined && !lastAnswer.isActive) {
        return decisionOf(lastAnswer, decision.desired);
    }
    const { atMaximum } = decision;
    return {
        ...decision,
        rule: `hpa: ${decision.rule ?? 'metrics'}`,
        ...(atMaximum === undefined ? {} : { atMaximum: { ...atMaximum, setting: 'maxReplicaCount' } }),
    };
}
function decisionOf({ rule, reason, heldBy }, desired) {
    return { desired, rule, reason, heldBy };
}
function fallbackRule({ fallback }) {
    const isFixed = fallback?.behavior === 'static';
    return isFixed ? `fallback static ${fallback.replicaCount}` : `fallback ${fallback?.behavior}`;
}
/** A trigger without a metric would look like one that always fails, one without a target has no scale: such a run must not begin. */
function refuseUnmapped(settings) {
    for (const trigger of externalTriggers(settings)) {
        if (trigger.isTargetElsewhere) {
            const fix = `name it with --policy 'FILE?${externalTargetPath(trigger.index)}=NUMBER'`;
            throw new PolicyFault(`${labelOf(trigger)} has no target in this file: ${fix}`, { kind: 'load' });
        }
        if (trigger.source.from !== 'metric' || trigger.source.metric !== undefined)
            continue;
        const text = `${labelOf(trigger)} has no metric of the scenario: name one with --metric s${trigger.index}=METRIC`;
        throw new PolicyFault(text, { kind: 'load' });
    }
}
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
