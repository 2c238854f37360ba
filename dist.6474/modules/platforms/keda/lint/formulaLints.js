import { externalTriggers } from '../scaledObject.js';
import { labelOf } from '../trigger.js';
import { triggerKinds } from '../triggers/index.js';
import { lintAt, triggerPath } from './context.js';
/** Surprises of `scalingModifiers`: what a formula makes of its triggers, and what it leaves aside. */
export function formulaLints(context) {
    const { settings, spec } = context;
    const { modifiers } = settings;
    if (modifiers === undefined)
        return [];
    const used = new Set(modifiers.text.match(/[A-Za-z_]\w*/g));
    return externalTriggers(settings).flatMap((trigger) => {
        const lints = [];
        if (trigger.name === undefined || !used.has(trigger.name)) {
            lints.push(lintAt(context, 'warning', triggerPath(trigger), {
                code: 'not-in-formula',
                what: `${labelOf(trigger)} is not in the formula`,
                why: 'KEDA reads it and its value has no effect, but when it fails the whole metric does.',
                fix: 'use its name in the formula, or remove the trigger.',
            }));
        }
        const { metadata, metricType } = spec.triggers[trigger.index];
        const kind = triggerKinds.find(({ type }) => type === trigger.type);
        const ignored = (kind?.activationKeys ?? []).filter((key) => metadata[key] !== undefined && Number(metadata[key]) !== 0);
        if (metricType === 'Value')
            ignored.push('metricType');
        if (ignored.length > 0) {
            lints.push(lintAt(context, 'warning', triggerPath(trigger), {
                code: 'ignored-by-formula',
                what: `${labelOf(trigger)}: ${ignored.join(', ')} ${ignored.length === 1 ? 'does' : 'do'} nothing beside a formula`,
                why: "The formula's own activationTarget, target and metricType hold.",
                fix: 'set them in scalingModifiers.',
            }));
        }
        if (trigger.countCap !== undefined) {
            lints.push(lintAt(context, 'warning', triggerPath(trigger, 'metadata'), {
                code: 'partition-cap',
                what: `${labelOf(trigger)}: its value never exceeds ${trigger.target} x ${trigger.countCap}`,
                why: 'KEDA counts no more lag than lagThreshold for each partition, before the formula. Partitions are not simulated.',
                fix: 'set allowIdleConsumers to "true" where the formula is to see the whole lag.',
            }));
        }
        return lints;
    });
}
