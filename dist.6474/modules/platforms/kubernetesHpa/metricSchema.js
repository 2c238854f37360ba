import { z } from 'zod';
import { kubeQuantitySchema } from './kubeQuantity.js';
import { INT32_MAX } from './saturate.js';
import { checkTarget } from './targetRules.js';
/**
 * An entry of `spec.metrics` as the API server takes it.
 *
 * Messages of our own have three lines: what, why, fix (see schemaProblems.ts).
 * Source: kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go and the API reference of autoscaling/v2.
 */
export const int32 = z.int().max(INT32_MAX);
/** Part of a path of the API: a name of an object or a metric. Source: apimachinery pkg/api/validation/path/name.go. */
export const segment = z
    .string()
    .min(1)
    .refine((text) => !/[/%]/.test(text) && text !== '.' && text !== '..', {
    error: ({ input }) => `is ${JSON.stringify(input)}, which has "/" or "%"\nIt becomes a part of a path, so the API server refuses it.\nuse a name without them.`,
});
export const reference = z.strictObject({ apiVersion: z.string().optional(), kind: segment, name: segment });
const selector = z.looseObject({});
const metric = z.strictObject({ name: segment, selector: selector.optional() });
const positive = kubeQuantitySchema('positive').optional();
function targetOf(source) {
    const fields = z.strictObject({
        type: z.enum(['Utilization', 'Value', 'AverageValue']),
        value: positive,
        averageValue: positive,
        averageUtilization: int32.min(1).optional(),
    });
    return fields.superRefine((target, context) => checkTarget(source, target, context));
}
export const resourceName = z.enum(['cpu', 'memory'], {
    error: ({ input }) => input === undefined
        ? undefined
        : `got ${JSON.stringify(input)}, but only cpu and memory are simulated\nThe metrics API serves no other resource of a pod.\nuse cpu or memory, or a Pods or External metric.`,
});
/** KEP 5679: a proposal that no Kubernetes up to 1.37 has. */
const fallback = z.strictObject({
    replicas: int32.min(1),
    failureDurationSeconds: z.int().min(180).optional(),
});
/** One file a kind would part what belongs together: five shapes, told apart by `type`. */
export const metricSchema = z.discriminatedUnion('type', [
    z.strictObject({
        type: z.literal('Resource'),
        resource: z.strictObject({ name: resourceName, target: targetOf('Resource') }),
    }),
    z.strictObject({
        type: z.literal('ContainerResource'),
        containerResource: z.strictObject({
            name: resourceName,
            container: z.string().min(1),
            target: targetOf('ContainerResource'),
        }),
    }),
    z.strictObject({
        type: z.literal('Pods'),
        pods: z.strictObject({ metric, target: targetOf('Pods') }),
    }),
    z.strictObject({
        type: z.literal('Object'),
        object: z.strictObject({ describedObject: reference, metric, target: targetOf('Object') }),
    }),
    z.strictObject({
        type: z.literal('External'),
        external: z.strictObject({ metric, target: targetOf('External'), fallback: fallback.optional() }),
    }),
]);
