import { fieldAt } from './fieldAt.js';
import { objectBeside, targetDocument } from './objectBeside.js';
/**
 * A VerticalPodAutoscaler that sets the very request of which an autoscaler of the same pods holds a share.
 *
 * Source: kubernetes/autoscaler vertical-pod-autoscaler/docs (known-limitations.md, api.md: updateMode, containerPolicies,
 * controlledResources, controlledValues).
 */
export const verticalBeside = {
    lint({ manifest, source }, set) {
        const reference = fieldAt(source.value, ['spec', 'scaleTargetRef']);
        const [kind, name] = [fieldAt(reference, ['kind']) ?? 'Deployment', fieldAt(reference, ['name'])];
        const vertical = objectBeside(source, set, (value) => {
            const target = fieldAt(value, ['spec', 'targetRef']);
            const isVertical = fieldAt(value, ['kind']) === 'VerticalPodAutoscaler';
            return isVertical && fieldAt(target, ['kind']) === kind && fieldAt(target, ['name']) === name;
        });
        if (vertical === undefined)
            return [];
        const containers = containersOf(targetDocument(source, set));
        return (manifest.shares ?? []).flatMap(({ resource, percent, container, where }) => {
            const names = container === undefined ? containers : [container];
            if (!names.some((one) => isControlled(vertical.value, one, resource)))
                return [];
            const vpa = String(fieldAt(vertical.value, ['metadata', 'name']));
            const why = `When it raises the request, ${percent} % of it is more and the same load is a smaller share: this one removes pods, the rest use more, and the request rises again.`;
            return [
                {
                    level: 'warning',
                    code: 'vertical-beside',
                    where,
                    what: `VerticalPodAutoscaler "${vpa}" sets the ${resource} request that this target is a share of`,
                    why,
                    fix: `leave ${resource} out of its controlledResources, use updateMode: "Off", or scale on another metric.`,
                },
            ];
        });
    },
};
/** The names of a workload's containers; `*` where they are not known. */
function containersOf(target) {
    const containers = fieldAt(target?.value, ['spec', 'template', 'spec', 'containers']);
    if (!Array.isArray(containers))
        return ['*'];
    return containers.map((one) => String(fieldAt(one, ['name']) ?? '*'));
}
function isControlled(vertical, container, resource) {
    if (fieldAt(vertical, ['spec', 'updatePolicy', 'updateMode']) === 'Off')
        return false;
    const given = fieldAt(vertical, ['spec', 'resourcePolicy', 'containerPolicies']);
    const policies = Array.isArray(given) ? given : [];
    const named = policies.find((one) => fieldAt(one, ['containerName']) === container);
    const policy = named ?? policies.find((one) => fieldAt(one, ['containerName']) === '*');
    if (fieldAt(policy, ['mode']) === 'Off')
        return false;
    const controlled = fieldAt(policy, ['controlledResources']) ?? ['cpu', 'memory'];
    return Array.isArray(controlled) && controlled.includes(resource);
}
