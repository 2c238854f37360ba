import { fieldAt } from '../../fieldAt.js';
import { queryFacts } from '../promql.js';
import { externalTriggers } from '../scaledObject.js';
import { labelOf } from '../trigger.js';
import { isWritten, lintAt, triggerPath } from './context.js';
/** Kubernetes' default of `behavior.scaleDown.stabilizationWindowSeconds`. */
const stabilizationDefaultSeconds = 300;
/** Surprises in when KEDA starts and stops the target. */
export function activityLints(context) {
    const { settings } = context;
    const canStop = settings.rules.minCount === 0 || settings.rules.idleCount !== undefined;
    if (externalTriggers(settings).length === 0)
        return [];
    return canStop ? [...cooldownLints(context), ...keepLints(context)] : thresholdLints(context);
}
function cooldownLints(context) {
    const { settings } = context;
    const { cooldownSeconds } = settings.rules;
    const at = isWritten(context, ['spec', 'cooldownPeriod']) ? ['spec', 'cooldownPeriod'] : ['spec', 'scaleTargetRef'];
    const given = fieldAt(settings.behavior, ['scaleDown', 'stabilizationWindowSeconds']);
    const windowSeconds = typeof given === 'number' ? given : stabilizationDefaultSeconds;
    const isFrozen = fieldAt(settings.behavior, ['scaleDown', 'selectPolicy']) === 'Disabled';
    const lints = [];
    if (isFrozen) {
        lints.push(lintAt(context, 'warning', at, {
            code: 'stops-from-any-count',
            what: 'behavior.scaleDown is disabled, and KEDA stops the target all the same',
            why: `The HPA never shrinks it, so KEDA goes from N instances to 0 at once, ${cooldownSeconds} s after the last activity.`,
            fix: 'set minReplicaCount to 1, or let the HPA shrink.',
        }));
    }
    else if (cooldownSeconds < windowSeconds) {
        lints.push(lintAt(context, 'warning', at, {
            code: 'stops-from-any-count',
            what: `cooldownPeriod ${cooldownSeconds} s is shorter than the scale-down stabilization of ${windowSeconds} s`,
            why: 'The HPA still holds the highest count of that window when the cooldown ends, so KEDA goes from N instances to 0 at once.',
            fix: `set cooldownPeriod to ${windowSeconds} or more, or a shorter behavior.scaleDown.stabilizationWindowSeconds.`,
        }));
    }
    if (settings.modifiers !== undefined)
        return lints;
    for (const trigger of externalTriggers(settings)) {
        if (trigger.source.from === 'schedule' || trigger.source.query === undefined || trigger.activation !== 0)
            continue;
        const { eventSeconds = 0 } = queryFacts(trigger.source.query);
        if (eventSeconds <= cooldownSeconds)
            continue;
        lints.push(lintAt(context, 'warning', triggerPath(trigger, 'metadata', 'query'), {
            code: 'window-outlasts-cooldown',
            what: `${labelOf(trigger)}: the query looks back ${eventSeconds} s, longer than cooldownPeriod ${cooldownSeconds} s`,
            why: `One event keeps its value above 0, and so the trigger active, for ${eventSeconds} s: the target stops ${eventSeconds + cooldownSeconds} s after the last one, not ${cooldownSeconds} s.`,
            fix: 'shorten the window of the query, or set an activation threshold above 0.',
        }));
    }
    return lints;
}
/** Cpu and memory do not count as activity beside other triggers. */
function keepLints(context) {
    const { triggers, rules } = context.settings;
    const [resource] = triggers.filter(({ kind }) => kind === 'resource');
    if (resource === undefined || rules.isForcedActive)
        return [];
    return [
        lintAt(context, 'warning', triggerPath(resource), {
            code: 'busy-and-stopped',
            what: `${labelOf(resource)} does not keep the target running: only the other triggers do`,
            why: `${rules.cooldownSeconds} s after they were last active KEDA stops all instances, however busy they are.`,
            fix: 'set minReplicaCount to 1, or let another trigger see the work that is under way.',
        }),
    ];
}
/** Activation thresholds decide between 0 and 1 only. */
function thresholdLints(context) {
    const { settings } = context;
    if (settings.modifiers !== undefined)
        return [];
    return externalTriggers(settings).flatMap((trigger) => {
        if (trigger.activation === 0 || trigger.source.from === 'schedule')
            return [];
        return [
            lintAt(context, 'warning', triggerPath(trigger, 'metadata'), {
                code: 'activation-does-nothing',
                what: `${labelOf(trigger)}: the activation threshold ${trigger.activation} does nothing: minReplicaCount is ${settings.rules.minCount}`,
                why: 'It only decides whether a target at 0 is started, and this one never is at 0.',
                fix: 'remove it, or set minReplicaCount to 0.',
            }),
        ];
    });
}
