import { z } from 'zod';
import { kubeQuantitySchema } from './kubeQuantity.js';
import { int32, reference, resourceName, segment } from './metricSchema.js';
/**
 * A metric in the older shape: an entry of `spec.metrics` of autoscaling/v2beta1, and of the annotation in which
 * autoscaling/v1 keeps metrics.
 *
 * Source: kubernetes/api autoscaling/v2beta1 (v0.24) and autoscaling/v1 types.go; kubernetes/kubernetes
 * pkg/apis/autoscaling/v2beta1/conversion.go for what it becomes.
 */
const positive = kubeQuantitySchema('positive');
const selector = z.looseObject({}).optional();
const resourceFields = {
    name: resourceName,
    targetAverageUtilization: int32.min(1).optional(),
    targetAverageValue: positive.optional(),
};
/** Refuses two targets of which the API server takes one, and none. */
function oneOf(fields) {
    return (value, context) => {
        const given = fields.filter((field) => Reflect.get(value, field) !== undefined);
        if (given.length === 1)
            return;
        const choice = fields.join(' or ');
        const found = given.length === 0 ? 'has no target' : `has ${given.join(' and ')}`;
        const message = `${found}\nThe API server takes ${choice}, and not both.\ngive one of them.`;
        context.addIssue({ code: 'custom', message });
    };
}
const onResource = oneOf(['targetAverageUtilization', 'targetAverageValue']);
const oldMetricSchema = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Resource'), resource: z.strictObject(resourceFields).superRefine(onResource) }),
    z.strictObject({
        type: z.literal('ContainerResource'),
        containerResource: z.strictObject({ ...resourceFields, container: z.string().min(1) }).superRefine(onResource),
    }),
    z.strictObject({
        type: z.literal('Pods'),
        pods: z.strictObject({ metricName: segment, selector, targetAverageValue: positive }),
    }),
    z.strictObject({
        type: z.literal('Object'),
        object: z.strictObject({
            target: reference,
            metricName: segment,
            selector,
            targetValue: positive,
            averageValue: positive.optional(),
        }),
    }),
    z.strictObject({
        type: z.literal('External'),
        external: z
            .strictObject({
            metricName: segment,
            metricSelector: selector,
            targetValue: positive.optional(),
            targetAverageValue: positive.optional(),
        })
            .superRefine(oneOf(['targetValue', 'targetAverageValue'])),
    }),
]);
export const oldMetricsSchema = z.array(oldMetricSchema);
/** The same metric in the shape of autoscaling/v2. */
export function metricOfOld(metric) {
    switch (metric.type) {
        case 'Resource':
            return { type: metric.type, resource: { name: metric.resource.name, target: resourceTarget(metric.resource) } };
        case 'ContainerResource': {
            const { name, container } = metric.containerResource;
            return {
                type: metric.type,
                containerResource: { name, container, target: resourceTarget(metric.containerResource) },
            };
        }
        case 'Pods': {
            const { metricName, selector, targetAverageValue } = metric.pods;
            return {
                type: metric.type,
                pods: { metric: { name: metricName, selector }, target: average(targetAverageValue) },
            };
        }
        case 'Object': {
            const { target, metricName, selector, targetValue, averageValue } = metric.object;
            return {
                type: metric.type,
                object: {
                    describedObject: target,
                    metric: { name: metricName, selector },
                    target: averageValue === undefined ? total(targetValue) : average(averageValue),
                },
            };
        }
        case 'External': {
            const { metricName, metricSelector, targetValue, targetAverageValue } = metric.external;
            const target = targetValue === undefined ? average(targetAverageValue) : total(targetValue);
            return { type: metric.type, external: { metric: { name: metricName, selector: metricSelector }, target } };
        }
    }
}
function resourceTarget({ targetAverageUtilization, targetAverageValue }) {
    if (targetAverageUtilization === undefined)
        return average(targetAverageValue);
    return { type: 'Utilization', averageUtilization: targetAverageUtilization };
}
const average = (averageValue) => ({ type: 'AverageValue', averageValue });
const total = (value) => ({ type: 'Value', value });
