import { locate } from '../../base/locate.js';
/**
 * The annotations that stop or start scaling.
 *
 * Source: a description of kedacore/keda v2.20, apis/keda/v1alpha1/scaledobject_types.go (paused-scale-in, paused-scale-out and
 * force-activation since 2.18).
 */
export const annotationPrefix = 'autoscaling.keda.sh/';
export const switchAnnotations = [
    'paused',
    'paused-replicas',
    'paused-scale-in',
    'paused-scale-out',
    'force-activation',
].map((name) => `${annotationPrefix}${name}`);
export function readAnnotations(annotations, source) {
    // A text that is no truth value counts as true, as upstream has it.
    const isOn = (name) => {
        const text = annotations[`${annotationPrefix}${name}`];
        return text !== undefined && !/^(0|f|false)$/i.test(text);
    };
    const heldKey = `${annotationPrefix}paused-replicas`;
    const held = annotations[heldKey];
    const isCount = held === undefined || /^\d+$/.test(held);
    const problem = {
        code: 'bad-number',
        where: locate(source, ['metadata', 'annotations', heldKey]),
        what: `paused-replicas is "${held}", which is no count`,
        why: 'KEDA refuses it.',
        fix: 'write a count in quotes.',
    };
    return {
        problems: isCount ? [] : [problem],
        pausedCount: held === undefined ? undefined : Number(held),
        rules: {
            isPaused: isOn('paused'),
            isScaleInPaused: isOn('paused-scale-in'),
            isScaleOutPaused: isOn('paused-scale-out'),
            isForcedActive: isOn('force-activation'),
        },
    };
}
