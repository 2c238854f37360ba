import { fieldAt } from '../../fieldAt.js';
import { externalTriggers } from '../scaledObject.js';
import { triggerKinds } from '../triggers/index.js';
import { isWritten, lintAt, triggerPath } from './context.js';
import { noScaler, triggerRefusals } from './triggerRefusals.js';
/**
 * What KEDA refuses although every field is well formed, by its admission webhook or when it builds the scalers: it is explained,
 * and not run.
 *
 * Source: a description of kedacore/keda v2.20, apis/keda/v1alpha1/scaledobject_webhook.go and scaledobject_types.go; pkg/scalers.
 */
export function refusals(context) {
    const { settings } = context;
    const { idleCount, minCount } = settings.rules;
    const isResourceOnly = externalTriggers(settings).length === 0;
    const lints = [];
    // A minimum of 0 that is written counts as 1 here, one that is left out as 0.
    const leastCount = isWritten(context, ['spec', 'minReplicaCount']) ? Math.max(minCount, 1) : minCount;
    if (idleCount !== undefined && idleCount >= leastCount) {
        lints.push(lintAt(context, 'error', ['spec', 'idleReplicaCount'], {
            code: 'bad-idle-count',
            what: `idleReplicaCount ${idleCount} is not below minReplicaCount ${minCount}`,
            why: 'KEDA refuses it: idle would be no less than running.',
            fix: 'set it to 0 with minReplicaCount above 0, or remove it.',
        }));
    }
    if (settings.fallback !== undefined && isResourceOnly) {
        lints.push(lintAt(context, 'error', ['spec', 'fallback'], {
            code: 'fallback-without-trigger',
            what: 'fallback has no trigger that it could stand in for',
            why: 'KEDA refuses it: cpu and memory are read by the HPA itself, without a fallback.',
            fix: 'remove it, or add a trigger of another type.',
        }));
    }
    if (settings.fallback?.behavior === 'scalingModifiers' && settings.modifiers === undefined) {
        lints.push(lintAt(context, 'error', ['spec', 'fallback', 'behavior'], {
            code: 'fallback-without-formula',
            what: 'fallback.behavior is scalingModifiers, but there is no formula',
            why: 'KEDA refuses it: the formula says what to do without a trigger.',
            fix: 'add advanced.scalingModifiers, or use the behavior static.',
        }));
    }
    if (isResourceOnly && minCount === 0) {
        lints.push(lintAt(context, 'error', ['spec', 'minReplicaCount'], {
            code: 'cannot-wake',
            what: 'minReplicaCount is 0, but cpu and memory are the only triggers',
            why: 'KEDA refuses it: at 0 nothing uses cpu or memory, so nothing would start it again.',
            fix: 'set minReplicaCount to 1, or add a trigger of another type.',
        }));
    }
    return [...lints, ...nameRefusals(context), ...triggerRefusals(context), ...sourceRefusals(context)];
}
/** The longest label value, which names become. */
const NAME_LIMIT = 63;
function nameRefusals(context) {
    const { source, spec, settings } = context;
    const own = fieldAt(source.value, ['metadata', 'name']);
    const hpaName = spec.advanced.horizontalPodAutoscalerConfig.name ?? `keda-hpa-${settings.name}`;
    const isOwn = typeof own === 'string' && own.length > NAME_LIMIT;
    if (!isOwn && hpaName.length <= NAME_LIMIT)
        return [];
    const [name, count] = isOwn ? [`the name ${own}`, own.length] : [`the HPA's name ${hpaName}`, hpaName.length];
    return [
        lintAt(context, 'error', ['metadata', 'name'], {
            code: 'name-too-long',
            what: `${name} has ${count} characters`,
            why: `KEDA refuses more than ${NAME_LIMIT} (since 2.20): it becomes the value of a label.`,
            fix: 'shorten it, or set advanced.horizontalPodAutoscalerConfig.name.',
        }),
    ];
}
/** Most types want a target even where a formula has its own. */
function sourceRefusals(context) {
    if (context.settings.modifiers === undefined)
        return [];
    return context.spec.triggers.flatMap((trigger, index) => sourceRefusal(context, trigger, index));
}
function sourceRefusal(context, { type, metadata }, index) {
    const kind = triggerKinds.find((candidate) => candidate.type === type);
    if (kind === undefined || kind.isFreeSource)
        return [];
    const keys = kind.chosenTargetKeys?.(metadata) ?? kind.targetKeys;
    const hasPreset = (kind.targetDefault ?? kind.presetTarget?.(metadata)) !== undefined;
    if (keys.length === 0 || hasPreset || keys.some((key) => metadata[key] !== undefined))
        return [];
    return [
        lintAt(context, 'error', triggerPath({ index }), {
            code: 'source-without-target',
            what: `s${index} ${type}: \`${keys[0]}\` is missing, which this type needs even as a source of a formula`,
            why: noScaler,
            fix: `add \`${keys[0]}: "1"\`; the formula does not look at it.`,
        }),
    ];
}
