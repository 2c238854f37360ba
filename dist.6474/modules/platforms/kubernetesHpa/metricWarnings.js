import { fieldsWithoutEffect, typeRead } from './targetRules.js';
/**
 * Fields of one metric that are right and change nothing in the simulation, each with what it would do.
 *
 * @param whereOf where a path below the metric stands
 */
export function metricWarnings(metric, whereOf) {
    const warn = (path, words) => ({ code: 'not-simulated', where: whereOf(path), ...words });
    if (metric.type === 'Resource')
        return targetWarnings('Resource', metric.resource.target, 'resource', warn);
    if (metric.type === 'ContainerResource') {
        const { container, target } = metric.containerResource;
        const what = `container "${container}" is taken for the whole instance`;
        const why = 'A simulated instance has one container; in the cluster sidecars would be left out of use and request.';
        const fix = 'let the scenario describe this container alone: its vcpus, cpuRequest and the work it does.';
        return [
            warn(['containerResource', 'container'], { what, why, fix }),
            ...targetWarnings('ContainerResource', target, 'containerResource', warn),
        ];
    }
    if (metric.type === 'Pods') {
        const { pods } = metric;
        return [...selectorWarning(pods, 'pods', warn), ...targetWarnings('Pods', pods.target, 'pods', warn)];
    }
    if (metric.type === 'Object') {
        const { describedObject, target } = metric.object;
        const what = `describedObject ${describedObject.kind}/${describedObject.name} is not looked up`;
        const why = 'In the cluster it says whose value is read; here it is the metric of the service.';
        const fix = 'map the name to the metric that stands for it with --metric NAME=METRIC.';
        return [
            warn(['object', 'describedObject'], { what, why, fix }),
            ...selectorWarning(metric.object, 'object', warn),
            ...targetWarnings('Object', target, 'object', warn),
        ];
    }
    const { external } = metric;
    return [
        ...selectorWarning(external, 'external', warn),
        ...targetWarnings('External', external.target, 'external', warn),
        ...(external.fallback === undefined ? [] : [fallbackWarning(whereOf(['external', 'fallback']))]),
    ];
}
function selectorWarning({ metric }, source, warn) {
    if (metric.selector === undefined)
        return [];
    const what = 'the selector of the metric has no effect';
    const why = 'In the cluster it picks the series that are read; here a metric has one series a service.';
    const fix = 'map the name to the metric that stands for those series with --metric NAME=METRIC.';
    return [warn([source, 'metric', 'selector'], { what, why, fix })];
}
function targetWarnings(source, target, key, warn) {
    const type = typeRead(source, target);
    return fieldsWithoutEffect(source, target).map((field) => {
        const isType = field === 'type';
        const why = source === 'Object'
            ? `type is ${target.type}, so the controller goes by the other value.`
            : `For ${source} metrics the controller goes by the value that is given, whatever type says: ${type}.`;
        return warn([key, 'target', field], {
            what: isType ? `type ${target.type} has no effect` : `${field} has no effect`,
            why,
            fix: isType ? `write type: ${type}.` : `remove ${field}.`,
        });
    });
}
/** Source: kubernetes/enhancements keps/sig-autoscaling/5679-external-metric-fallback; absent from kubernetes/api v0.37. */
function fallbackWarning(where) {
    return {
        code: 'proposed-field',
        where,
        what: 'no Kubernetes up to 1.37 has `fallback`',
        why: 'It is a proposal, KEP 5679: kubectl apply refuses the unknown field. It is simulated as proposed.',
        fix: 'remove it until your cluster has it.',
    };
}
