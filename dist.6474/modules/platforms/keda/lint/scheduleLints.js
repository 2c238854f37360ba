import { externalTriggers, hpaMinCount } from '../scaledObject.js';
import { labelOf } from '../trigger.js';
import { lintAt, triggerPath } from './context.js';
/** Surprises of cron triggers. */
export function scheduleLints(context) {
    const { settings } = context;
    const { maxCount, modifiers } = settings;
    if (modifiers !== undefined)
        return [];
    const others = settings.triggers.filter((trigger) => trigger.type !== 'cron');
    return externalTriggers(settings).flatMap((trigger) => {
        const { source } = trigger;
        if (source.from !== 'schedule')
            return [];
        const at = triggerPath(trigger, 'metadata', 'desiredReplicas');
        const label = labelOf(trigger);
        const count = source.desiredCount;
        if (count > maxCount) {
            const what = `${label}: desiredReplicas ${count} is above maxReplicaCount ${maxCount}`;
            const why = 'The HPA stops at maxReplicaCount.';
            return [lintAt(context, 'warning', at, { code: 'cron-above-max', what, why, fix: 'raise maxReplicaCount.' })];
        }
        if (settings.rules.minCount > 0 && settings.rules.idleCount === undefined && count <= hpaMinCount(settings)) {
            const what = `${label}: desiredReplicas ${count} is not above minReplicaCount ${settings.rules.minCount}`;
            const why = 'At least minReplicaCount instances run at any time, so the window changes nothing.';
            const fix = 'lower minReplicaCount, or raise desiredReplicas.';
            return [lintAt(context, 'warning', at, { code: 'cron-below-min', what, why, fix })];
        }
        if (others.length === 0)
            return [];
        const [first] = others;
        return [
            lintAt(context, 'warning', triggerPath(trigger), {
                code: 'cron-is-a-floor',
                what: `${label}: its window sets the least count (${count}), not the most: ${labelOf(first)} may ask for more, at any time`,
                why: 'The trigger that asks for most wins; outside its window a cron trigger reads 0 and switches nothing off.',
                fix: 'nothing to do, unless the window was meant to limit the other trigger: a formula of scalingModifiers can join them.',
            }),
        ];
    });
}
