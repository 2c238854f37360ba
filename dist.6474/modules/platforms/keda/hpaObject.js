import { compositeMetricName, externalTriggers, hpaMinCount } from './scaledObject.js';
/**
 * The HorizontalPodAutoscaler that KEDA creates for a ScaledObject, and that scales 1..N.
 *
 * A pause of one direction becomes the HPA's own: `selectPolicy: Disabled`.
 *
 * Source: a description of kedacore/keda, controllers/keda/hpa.go; pkg/scalers/scaler.go (targets in whole thousandths).
 */
export function hpaObject(settings) {
    const { name, targetName, maxCount, modifiers, triggers, rules } = settings;
    const resources = triggers.filter((trigger) => trigger.kind === 'resource').map(resourceMetric);
    const externals = modifiers === undefined
        ? externalTriggers(settings).map((trigger) => externalMetric({ ...trigger, name: trigger.metricName }))
        : [externalMetric({ ...modifiers, name: compositeMetricName })];
    const behavior = pausedBehavior(settings.behavior, rules);
    return {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: `keda-hpa-${name}` },
        spec: {
            scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: targetName },
            minReplicas: hpaMinCount(settings),
            maxReplicas: maxCount,
            // KEDA sorts by type, so that External comes first.
            metrics: [...externals, ...resources],
            ...(behavior === undefined ? {} : { behavior }),
        },
    };
}
function externalMetric(metric) {
    const quantity = `${Math.trunc(metric.target * 1000)}m`;
    const target = metric.metricType === 'Value'
        ? { type: 'Value', value: quantity }
        : { type: 'AverageValue', averageValue: quantity };
    return { type: 'External', external: { metric: { name: metric.name }, target } };
}
function resourceMetric({ type, metricType, value, containerName }) {
    const target = metricType === 'Utilization'
        ? { type: metricType, averageUtilization: Number(value) }
        : { type: metricType, averageValue: value };
    return containerName === undefined
        ? { type: 'Resource', resource: { name: type, target } }
        : { type: 'ContainerResource', containerResource: { name: type, container: containerName, target } };
}
function pausedBehavior(behavior, { isScaleInPaused, isScaleOutPaused }) {
    if (!isScaleInPaused && !isScaleOutPaused)
        return behavior;
    const disabled = (rules) => ({ ...(typeof rules === 'object' ? rules : {}), selectPolicy: 'Disabled' });
    return {
        ...behavior,
        ...(isScaleInPaused ? { scaleDown: disabled(behavior?.scaleDown) } : {}),
        ...(isScaleOutPaused ? { scaleUp: disabled(behavior?.scaleUp) } : {}),
    };
}
