import { fieldRead } from './targetRules.js';
/** The failure that a fallback waits for when it does not say. Source: as in metricSchema.ts. */
const FAILURE_DEFAULT_SECONDS = 180;
/**
 * A metric of the manifest as the controller works with it.
 *
 * @param pathOf where a path below the metric stands
 */
export function metricSpecOf(metric, pathOf) {
    switch (metric.type) {
        case 'Resource': {
            const { name, target } = metric.resource;
            return { source: 'resource', name, target: targetOf('Resource', target), path: pathOf(['resource', 'target']) };
        }
        case 'ContainerResource': {
            const { name, container, target } = metric.containerResource;
            const path = pathOf(['containerResource', 'target']);
            return { source: 'resource', name, container, target: targetOf('ContainerResource', target), path };
        }
        case 'Pods': {
            const { metric: named, target } = metric.pods;
            return { source: 'pods', name: named.name, target: targetOf('Pods', target), path: pathOf(['pods', 'target']) };
        }
        case 'Object': {
            const { metric: named, target } = metric.object;
            const path = pathOf(['object', 'target']);
            return { source: 'object', name: named.name, target: targetOf('Object', target), path };
        }
        case 'External': {
            const { metric: named, target, fallback } = metric.external;
            const path = pathOf(['external', 'target']);
            const spec = { source: 'external', name: named.name, target: targetOf('External', target), path };
            if (fallback === undefined)
                return spec;
            const { replicas, failureDurationSeconds: failureSeconds = FAILURE_DEFAULT_SECONDS } = fallback;
            return { ...spec, fallback: { replicas, failureSeconds } };
        }
    }
}
/** The schema has seen to it that the field that is read is there. */
function targetOf(source, target) {
    const { averageUtilization, averageValue, value } = target;
    const read = fieldRead(source, target);
    if (read === 'averageUtilization')
        return { kind: 'utilization', percent: averageUtilization ?? 0 };
    if (read === 'averageValue') {
        return { kind: 'average', milli: averageValue?.milli ?? 0n, text: averageValue?.text ?? '0' };
    }
    return { kind: 'value', milli: value?.milli ?? 0n, text: value?.text ?? '0' };
}
