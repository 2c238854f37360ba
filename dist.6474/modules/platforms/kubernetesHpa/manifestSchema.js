import { z } from 'zod';
import { kubeQuantitySchema } from './kubeQuantity.js';
import { int32, metricSchema, reference } from './metricSchema.js';
import { oldMetricsSchema } from './oldMetric.js';
/**
 * The objects that people deploy, as the API server takes them.
 *
 * `metadata` and `status` are the server's: whatever is in them is passed over. Below `spec` the API server refuses a field
 * that it does not know (kubectl apply asks for that: field validation is Strict, by the server since 1.27), and so does this.
 * Messages of our own have three lines: what, why, fix (see schemaProblems.ts).
 * Source: kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go and the API reference of autoscaling/v2.
 */
const metadata = z.looseObject({
    name: z.string().min(1).optional(),
    annotations: z.record(z.string(), z.unknown()).optional(),
});
const policy = z.strictObject({
    type: z.enum(['Pods', 'Percent']),
    value: int32.min(1),
    periodSeconds: z.int().min(1).max(1800),
});
const rules = z.strictObject({
    stabilizationWindowSeconds: z.int().min(0).max(3600).optional(),
    selectPolicy: z.enum(['Max', 'Min', 'Disabled']).optional(),
    policies: z.array(policy).min(1).optional(),
    tolerance: kubeQuantitySchema('nonNegative').optional(),
});
export const behaviorSchema = z.strictObject({ scaleUp: rules.optional(), scaleDown: rules.optional() });
const specFields = {
    scaleTargetRef: reference,
    minReplicas: int32.min(0).optional(),
    maxReplicas: int32.min(1),
};
const bounds = z.looseObject({ minReplicas: specFields.minReplicas, maxReplicas: specFields.maxReplicas });
/** Holds when max >= min; told even when other keys of the spec are wrong. */
const boundsInOrder = {
    check: (spec) => spec.maxReplicas >= (spec.minReplicas ?? 1),
    params: {
        path: ['maxReplicas'],
        error: ({ input }) => {
            const { minReplicas = 1, maxReplicas } = bounds.parse(input);
            return `is ${maxReplicas}, below minReplicas, which is ${minReplicas}\nThe API server refuses it.\nraise maxReplicas to at least ${minReplicas}, or lower minReplicas.`;
        },
        when: ({ value }) => bounds.safeParse(value).success,
    },
};
const kind = z.literal('HorizontalPodAutoscaler');
const around = { kind, metadata: metadata.optional(), status: z.unknown().optional() };
/** autoscaling/v2, and v2beta2, which had the same shape. */
export const manifestV2Schema = z.strictObject({
    ...around,
    apiVersion: z.enum(['autoscaling/v2', 'autoscaling/v2beta2']),
    spec: z
        .strictObject({
        ...specFields,
        metrics: z.array(metricSchema).optional(),
        behavior: behaviorSchema.optional(),
        // KEP 5325: a proposal that no Kubernetes up to 1.37 has.
        selectionStrategy: z.enum(['LabelSelector', 'OwnerReference']).optional(),
    })
        .refine(boundsInOrder.check, boundsInOrder.params),
});
/** autoscaling/v2beta1: metrics in an older shape; `behavior` is in an annotation. */
export const manifestV2beta1Schema = z.strictObject({
    ...around,
    apiVersion: z.literal('autoscaling/v2beta1'),
    spec: z
        .strictObject({ ...specFields, metrics: oldMetricsSchema.optional() })
        .refine(boundsInOrder.check, boundsInOrder.params),
});
/** autoscaling/v1: one CPU target; all else is in annotations. */
export const manifestV1Schema = z.strictObject({
    ...around,
    apiVersion: z.literal('autoscaling/v1'),
    spec: z
        .strictObject({ ...specFields, targetCPUUtilizationPercentage: int32.min(1).optional() })
        .refine(boundsInOrder.check, boundsInOrder.params),
});
