import { metrics } from '../../../telemetry/metrics.js';
import { queryFacts } from '../promql.js';
import { externalTriggers } from '../scaledObject.js';
import { labelOf } from '../trigger.js';
import { lintAt, triggerPath } from './context.js';
/** Surprises in what a trigger's value is compared with. */
export function targetLints(context) {
    if (context.settings.modifiers !== undefined)
        return [];
    return externalTriggers(context.settings).flatMap((trigger) => trigger.source.from === 'schedule' || trigger.isTargetElsewhere
        ? []
        : [...levelLints(context, trigger), ...activationLints(context, trigger), ...capLints(context, trigger)]);
}
/** A number that says how large and not how much, compared as a total; a total compared as a level. */
function levelLints(context, trigger) {
    const { source, target, metricType, isQueue } = trigger;
    if (source.from === 'schedule')
        return [];
    const label = labelOf(trigger);
    const unit = Object.entries(metrics).find(([name]) => name === source.metric)?.[1].unit ?? '';
    const isShare = unit.startsWith('ratio');
    const level = trigger.level ??
        (source.query === undefined ? undefined : queryFacts(source.query).level) ??
        (isShare ? 'ratio' : unit === 'seconds' ? 'latency' : undefined);
    const lints = [];
    if (metricType === 'AverageValue' && level !== undefined) {
        lints.push(lintAt(context, 'warning', triggerPath(trigger), {
            code: 'average-of-ratio',
            what: `${label}: a ${level} is compared as AverageValue ${target}`,
            why: 'AverageValue divides by the number of instances, so the count becomes ceil(value / target), whatever runs now.',
            fix: 'use metricType: Value for ratios and latencies, or a total such as requests a second.',
        }));
    }
    if (metricType === 'Value' && isQueue) {
        lints.push(lintAt(context, 'warning', triggerPath(trigger, 'metricType'), {
            code: 'total-as-value',
            what: `${label}: the whole queue is compared as Value ${target}`,
            why: 'The count is multiplied by queue / target at every sync, and so runs to maxReplicaCount while the queue drains.',
            fix: 'use AverageValue (the default): a share of the queue an instance.',
        }));
    }
    if (isShare && target > 1) {
        lints.push(lintAt(context, 'warning', triggerPath(trigger, 'metadata'), {
            code: 'percent-of-a-ratio',
            what: `${label}: the target is ${target}, but the scenario's ${source.metric} runs from 0 to 1`,
            why: 'It looks like a percentage and would hardly ever be reached.',
            fix: `write the target as a ratio, ${target / 100} for ${target} %.`,
        }));
    }
    return lints;
}
function activationLints(context, trigger) {
    const { target, activation, metricType } = trigger;
    if (metricType !== 'AverageValue' || activation <= target)
        return [];
    return [
        lintAt(context, 'warning', triggerPath(trigger, 'metadata'), {
            code: 'activation-above-target',
            what: `${labelOf(trigger)}: it is active above ${activation}, but one instance is to have ${target}`,
            why: 'Between the two nothing runs although there is work for more than one instance, and a running target is stopped.',
            fix: 'lower the activation threshold below the target.',
        }),
    ];
}
function capLints(context, trigger) {
    const { countCap, metricType } = trigger;
    if (countCap === undefined || metricType !== 'AverageValue')
        return [];
    return [
        lintAt(context, 'warning', triggerPath(trigger, 'metadata'), {
            code: 'partition-cap',
            what: `${labelOf(trigger)}: the count never exceeds ${countCap}`,
            why: `A partition has one consumer of a group, so KEDA counts no more lag. Partitions are not simulated: here the count may go to ${context.settings.maxCount}.`,
            fix: 'set maxReplicaCount to the number of partitions.',
        }),
    ];
}
