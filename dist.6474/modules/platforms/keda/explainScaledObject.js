import { hpaSyncSeconds } from './kedaPolicy.js';
import { externalTriggers, hpaMinCount } from './scaledObject.js';
import { labelOf } from './trigger.js';
/** What a ScaledObject will do, one sentence each, the most important first. */
export function explainScaledObject(settings) {
    const { pausedCount, rules, maxCount, name } = settings;
    if (pausedCount !== undefined)
        return [`Held at ${instances(pausedCount)} by the annotation paused-replicas; nothing scales.`];
    if (rules.isPaused)
        return ['Paused by the annotation autoscaling.keda.sh/paused; nothing scales.'];
    return [
        ...startAndStop(settings),
        `Between ${hpaMinCount(settings)} and ${maxCount} instances an HPA that KEDA makes (keda-hpa-${name}) decides, every ${hpaSyncSeconds} s.`,
        ...(settings.modifiers === undefined
            ? settings.triggers.map((trigger) => scaleWords(trigger))
            : [
                `Its metric is the formula ${settings.modifiers.text}, at most ${settings.modifiers.target} ${each(settings.modifiers.metricType)}.`,
                ...settings.triggers.map((trigger) => trigger.kind === 'resource' ? scaleWords(trigger) : sourceWords(trigger)),
            ]),
        ...(settings.triggers.length > 1 && settings.modifiers === undefined
            ? ['The trigger that asks for most wins.']
            : []),
        shrinkWords(settings),
        ...fallbackWords(settings),
        ...pauseWords(settings),
    ];
}
function startAndStop(settings) {
    const { rules, pollingSeconds, modifiers } = settings;
    const { idleCount, minCount, cooldownSeconds, initialCooldownSeconds } = rules;
    if (minCount > 0 && idleCount === undefined)
        return [`Never below ${minCount}: KEDA itself has nothing to start or stop.`];
    const running = Math.max(minCount, 1);
    const alwaysBy = rules.isForcedActive
        ? 'the annotation force-activation keeps it active'
        : externalTriggers(settings).length === 0
            ? 'cpu and memory are always active'
            : undefined;
    if (alwaysBy !== undefined)
        return [`KEDA starts ${running} and never stops it: ${alwaysBy}.`];
    const conditions = modifiers === undefined
        ? externalTriggers(settings).map((trigger) => trigger.source.from === 'schedule'
            ? `${labelOf(trigger)} is in its window`
            : trigger.isTargetElsewhere
                ? `${labelOf(trigger)} says that it is active (here: is above 0)`
                : `${labelOf(trigger)} is above ${trigger.activation}`)
        : [`the formula is above ${modifiers.activation}`];
    return [
        `At ${instances(idleCount ?? 0)} KEDA looks every ${pollingSeconds} s and starts ${running} when ${conditions.join(' or ')}.`,
        ...(watchesQueue(settings)
            ? ['At 0 a queue can only be seen in a scenario with a central one (gateway.queue).']
            : []),
        `It stops them ${cooldownSeconds} s after the last poll at which that held (cooldownPeriod, for this step only).`,
        ...(initialCooldownSeconds > 0
            ? [`Until it was active once, it stops them after ${initialCooldownSeconds} s.`]
            : []),
        ...emptyWords(settings),
    ];
}
/** Triggers that take no data for 0: the target stops when a metric disappears. */
function emptyWords(settings) {
    const silent = externalTriggers(settings).filter(({ source }) => source.from === 'metric' && source.isEmptyZero);
    if (silent.length === 0)
        return [];
    return [`An answer without data counts as 0 (${silent.map(labelOf).join(', ')}) and so as inactive.`];
}
function watchesQueue(settings) {
    return externalTriggers(settings).some(({ source }) => source.from === 'metric' && source.metric === 'queue_depth');
}
function instances(count) {
    return `${count} instance${count === 1 ? '' : 's'}`;
}
function each(metricType) {
    return metricType === 'AverageValue' ? 'an instance' : 'in all';
}
function scaleWords(trigger) {
    const label = labelOf(trigger);
    if (trigger.kind === 'resource') {
        const unit = trigger.metricType === 'Utilization' ? ' % of the request' : ' an instance';
        return `${label}: the HPA keeps ${trigger.type} at ${trigger.value}${unit}.`;
    }
    const { source, target, counts, metricType } = trigger;
    const metric = metricWords(trigger);
    if (source.from === 'schedule')
        return `${label}: ${instances(source.desiredCount)} ${source.text}; outside that window it asks for none.`;
    if (trigger.isTargetElsewhere)
        return `${label}: the scaler itself answers with the target, which this file does not hold; the value is ${metric}.`;
    return `${label}: at most ${target} ${counts} ${each(metricType)}; the value is ${metric}.`;
}
/** What stands for the value. */
function metricWords({ source }) {
    if (source.from === 'schedule')
        return `${source.desiredCount} ${source.text}, else 0`;
    return source.metric === undefined ? 'a metric that --metric has to name' : `the scenario's ${source.metric}`;
}
/** A value of the formula. */
function sourceWords(trigger) {
    return `${labelOf(trigger)}: the value is ${metricWords(trigger)}.`;
}
function shrinkWords({ behavior }) {
    const down = behavior?.scaleDown;
    const given = typeof down === 'object' && down !== null ? Reflect.get(down, 'stabilizationWindowSeconds') : undefined;
    return `It shrinks to the largest count asked for in the last ${typeof given === 'number' ? given : 300} s (the HPA's stabilization).`;
}
function fallbackWords(settings) {
    const { fallback, pollingSeconds, rules, modifiers } = settings;
    if (fallback === undefined)
        return ['A trigger that fails holds the count; there is no fallback.'];
    if (fallback.isIgnored)
        return ['A trigger that fails holds the count; the fallback never acts (see below).'];
    const { behavior, replicaCount, failureThresholdCount } = fallback;
    const failures = failureThresholdCount + 1;
    // A cron trigger never fails.
    const fallible = externalTriggers(settings).filter(({ source }) => source.from === 'metric');
    const compared = modifiers === undefined ? fallible : [modifiers];
    const wakes = compared.some(({ metricType }) => metricType === 'AverageValue');
    const goal = {
        static: `goes to ${instances(replicaCount)}`,
        currentReplicas: 'stays at the present count',
        currentReplicasIfHigher: `goes to ${instances(replicaCount)}, or stays if there are more`,
        currentReplicasIfLower: `goes to ${instances(replicaCount)}, or stays if there are fewer`,
        scalingModifiers: 'counts it as nil in the formula',
    }[behavior];
    return [
        `After a trigger has failed ${failures} times in a row, at polls and at the HPA's questions (${secondsUntilFailures(failures, pollingSeconds)} s while it runs), KEDA ${goal}.`,
        ...(rules.minCount > 0 || behavior === 'scalingModifiers'
            ? []
            : wakes
                ? [
                    `At 0 only the polls ask (${failures * pollingSeconds} s), and then it starts the target (KEDA 2.19 and newer).`,
                ]
                : ['At 0 it starts nothing: a Value is shared among ready instances, and there is none.']),
    ];
}
/** From one tick at which both ask to the one at which that many questions have failed. */
function secondsUntilFailures(failures, pollingSeconds) {
    let [syncs, polls] = [0, 0];
    let seconds = 0;
    while (syncs + polls < failures) {
        seconds = Math.min((syncs + 1) * hpaSyncSeconds, (polls + 1) * pollingSeconds);
        if (seconds === (syncs + 1) * hpaSyncSeconds)
            syncs++;
        else
            polls++;
        // Where both fall together KEDA's poll comes first, and the HPA's question after it.
        if (syncs + polls < failures && seconds === (polls + 1) * pollingSeconds)
            polls++;
    }
    return seconds;
}
function pauseWords({ rules }) {
    return [
        ...(rules.isScaleInPaused ? ['The annotation paused-scale-in keeps it from shrinking.'] : []),
        ...(rules.isScaleOutPaused ? ['The annotation paused-scale-out keeps it from growing.'] : []),
    ];
}
