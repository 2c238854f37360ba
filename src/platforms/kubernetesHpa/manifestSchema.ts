import { z } from 'zod';
import { kubeQuantitySchema } from './kubeQuantity.js';
import { INT32_MAX } from './saturate.js';

/**
 * The objects that people deploy, as the API server takes them.
 *
 * Messages of our own have three lines: what, why, fix (see schemaProblems.ts).
 * Source: a description of kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go and the API reference of autoscaling/v2.
 */

const name = z.string().min(1);
const int32 = z.int().max(INT32_MAX);

const metadata = z.looseObject({
  name: name.optional(),
  annotations: z.record(z.string(), z.unknown()).optional(),
});

const reference = z.strictObject({ apiVersion: z.string().optional(), kind: name, name });

const selector = z.looseObject({});
const metric = z.strictObject({ name, selector: selector.optional() });

const positive = kubeQuantitySchema('positive').optional();
const targetFields = {
  type: z.enum(['Utilization', 'Value', 'AverageValue']),
  value: positive,
  averageValue: positive,
  averageUtilization: int32.min(1).optional(),
};
type TargetField = 'value' | 'averageValue' | 'averageUtilization';

/** A target of which exactly one of `allowed` must be given. */
function targetOf(source: string, allowed: readonly TargetField[]) {
  return z.strictObject(targetFields).superRefine((target, context) => {
    const all = ['value', 'averageValue', 'averageUtilization'] as const;
    const given = all.filter((field) => target[field] !== undefined);
    if (given.length === 1 && allowed.includes(given[0])) return;
    const found = given.length === 0 ? 'has no target value' : `has ${given.join(' and ')}`;
    const choice = allowed.length === 1 ? allowed[0] : `exactly one of ${allowed.join(', ')}`;
    const rule = `A ${source} metric takes ${choice}.`;
    context.addIssue({
      code: 'custom',
      message: `${found}\n${rule}\ngive ${choice}, and no other value.`,
    });
  });
}

/** The controller reads the field that `type` names, and fails at every sync when it is not there. */
function wholeTargetOf(source: string) {
  return targetOf(source, ['value', 'averageValue']).superRefine(({ type, value }, context) => {
    const wanted = value === undefined ? 'AverageValue' : 'Value';
    if (type === wanted) return;
    const field = value === undefined ? 'averageValue' : 'value';
    const why = `For ${source} metrics the controller looks for the field that type names, and finds none at every sync.`;
    context.addIssue({
      code: 'custom',
      path: ['type'],
      message: `is ${type}, but ${field} is given\n${why}\nwrite type: ${wanted}.`,
    });
  });
}

const resourceName = z.enum(['cpu', 'memory'], {
  error: ({ input }) =>
    `got ${JSON.stringify(input)}, but only cpu and memory are simulated\nThe metrics API serves no other resource of a pod.\nuse cpu or memory, or a Pods or External metric.`,
});
const resourceTargets = ['averageUtilization', 'averageValue'] as const;

/** One file a kind would part what belongs together: five shapes, told apart by `type`. */
export const metricSpecSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Resource'),
    resource: z.strictObject({ name: resourceName, target: targetOf('Resource', resourceTargets) }),
  }),
  z.strictObject({
    type: z.literal('ContainerResource'),
    containerResource: z.strictObject({
      name: resourceName,
      container: name,
      target: targetOf('ContainerResource', resourceTargets),
    }),
  }),
  z.strictObject({
    type: z.literal('Pods'),
    pods: z.strictObject({ metric, target: targetOf('Pods', ['averageValue']) }),
  }),
  z.strictObject({
    type: z.literal('Object'),
    object: z.strictObject({ describedObject: reference, metric, target: wholeTargetOf('Object') }),
  }),
  z.strictObject({
    type: z.literal('External'),
    external: z.strictObject({
      metric,
      target: wholeTargetOf('External'),
      // KEP 5679, alpha since 1.36: known, not simulated.
      fallback: z.looseObject({}).optional(),
    }),
  }),
]);

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

const specFields = {
  scaleTargetRef: reference,
  minReplicas: int32.min(0).optional(),
  maxReplicas: int32.min(1),
};

const bounds = z.looseObject({ minReplicas: specFields.minReplicas, maxReplicas: specFields.maxReplicas });

/** Holds when max >= min; told even when other keys of the spec are wrong. */
const boundsInOrder = {
  check: (spec: z.input<typeof bounds>) => spec.maxReplicas >= (spec.minReplicas ?? 1),
  params: {
    path: ['maxReplicas'],
    error: ({ input }: { readonly input?: unknown }) => {
      const { minReplicas = 1, maxReplicas } = bounds.parse(input);
      return `is ${maxReplicas}, below minReplicas, which is ${minReplicas}\nThe API server refuses it.\nraise maxReplicas to at least ${minReplicas}, or lower minReplicas.`;
    },
    when: ({ value }: { readonly value: unknown }) => bounds.safeParse(value).success,
  },
};

const zeroMessage =
  'is 0, but no metric is of type Object or External\nWith no pod there is nothing to measure, so the service could never wake.\nset minReplicas to at least 1, or add an Object or External metric.';

/** autoscaling/v2, and v2beta2, which has the same shape. */
export const manifestV2Schema = z.strictObject({
  apiVersion: z.enum(['autoscaling/v2', 'autoscaling/v2beta2']),
  kind: z.literal('HorizontalPodAutoscaler'),
  metadata: metadata.optional(),
  spec: z
    .strictObject({
      ...specFields,
      metrics: z.array(metricSpecSchema).optional(),
      behavior: z.strictObject({ scaleUp: rules.optional(), scaleDown: rules.optional() }).optional(),
    })
    .refine(boundsInOrder.check, boundsInOrder.params)
    .superRefine(({ metrics, minReplicas }, context) => {
      const canWake = metrics?.some(({ type }) => type === 'Object' || type === 'External') ?? false;
      if (minReplicas === 0 && !canWake) {
        context.addIssue({ code: 'custom', path: ['minReplicas'], message: zeroMessage });
      }
    }),
  status: z.unknown().optional(),
});

/** autoscaling/v1: one CPU target and nothing else. */
export const manifestV1Schema = z.strictObject({
  apiVersion: z.literal('autoscaling/v1'),
  kind: z.literal('HorizontalPodAutoscaler'),
  metadata: metadata.optional(),
  spec: z
    .strictObject({ ...specFields, targetCPUUtilizationPercentage: int32.min(1).optional() })
    .refine(boundsInOrder.check, boundsInOrder.params)
    .refine(({ minReplicas }) => minReplicas !== 0, { path: ['minReplicas'], error: zeroMessage }),
  status: z.unknown().optional(),
});

export type ManifestV2 = z.output<typeof manifestV2Schema>;
export type ManifestV1 = z.output<typeof manifestV1Schema>;
