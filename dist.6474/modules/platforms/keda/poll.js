import { askTrigger, inventedValue, isNil } from './askTrigger.js';
import { compositeValue } from './compositeValue.js';
import { requestScale } from './requestScale.js';
import { externalTriggers } from './scaledObject.js';
import { labelOf } from './trigger.js';
/**
 * One poll: reads all triggers and decides whether the target runs.
 *
 * Active if any trigger is; with `scalingModifiers` only the composite metric counts. Cpu and memory cannot wake a target
 * that is at 0, so a ScaledObject with nothing else is always active. A poll counts failures as the HPA's questions do, and
 * a trigger that has fallen back is active: so a fallback can wake a target that is at 0.
 *
 * Source: a description of kedacore/keda v2.19, pkg/scaling/scale_handler.go, getScaledObjectState (older versions counted
 * the HPA's questions only).
 */
export function poll(settings, observation, memory) {
    const readings = externalTriggers(settings).map((trigger) => {
        const answer = askTrigger(trigger, observation, memory, false);
        memory.cachedReadings.set(trigger.metricName, { value: answer.value, isActive: answer.isActive });
        const { value, failureCount } = answer;
        const metric = { ...trigger, ...settings.modifiers, failureCount };
        const hasFallenBack = value === undefined && inventedValue(metric, settings, observation) !== undefined;
        return { ...answer, hasFallenBack, hasFailed: value === undefined && !hasFallenBack && !isNil(answer, settings) };
    });
    const hasError = readings.some(({ hasFailed }) => hasFailed);
    const activity = settings.modifiers === undefined
        ? activityOf(readings)
        : hasError
            ? { isActive: false, by: undefined, reason: 'a value of the formula failed' }
            : compositeActivity(settings, settings.modifiers, readings, observation);
    const answer = requestScale({
        nowSeconds: observation.time,
        currentCount: observation.instances.desired,
        isActive: activity.isActive || readings.length === 0,
        hasError,
        lastActiveSeconds: memory.lastActiveSeconds,
        createdSeconds: 0,
    }, settings.rules);
    if (answer.isActive)
        memory.lastActiveSeconds = observation.time;
    const isStart = answer.rule === 'activation' && activity.by !== undefined;
    const named = {
        ...answer,
        rule: isStart ? `activation: ${activity.by}` : answer.rule,
        reason: `${answer.reason}; ${activity.reason}`,
    };
    memory.lastAnswer = named;
    return named;
}
function activityOf(readings) {
    const first = readings.find(({ isActive, hasFallenBack }) => isActive || hasFallenBack);
    return {
        isActive: first !== undefined,
        by: first && `${first.hasFallenBack ? 'fallback of ' : ''}${labelOf(first.trigger)}`,
        reason: readings.length === 0 ? 'cpu and memory are always active' : readings.map(inWords).join(', '),
    };
}
function inWords({ trigger, value, isActive, hasFallenBack, failureCount }) {
    if (hasFallenBack)
        return `s${trigger.index} failed ${failureCount} times in a row and falls back`;
    if (value === undefined)
        return `s${trigger.index} failed`;
    if (trigger.source.from === 'schedule')
        return `s${trigger.index} is ${isActive ? '' : 'not '}in its window`;
    return `s${trigger.index} ${value} is ${isActive ? '' : 'not '}above ${trigger.activation}`;
}
function compositeActivity(settings, modifiers, readings, observation) {
    const { value, isInvented } = compositeValue(settings, modifiers, readings, observation);
    if (value === undefined)
        return { isActive: false, by: undefined, reason: 'the formula has no value' };
    const { activation } = modifiers;
    const isActive = value > activation;
    const by = isInvented ? 'fallback of the formula' : 'formula';
    return { isActive, by, reason: `${by} ${value} is ${isActive ? '' : 'not '}above ${activation}` };
}
