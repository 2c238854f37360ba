import { z } from 'zod';
import { fallbackBehaviors } from './fallback.js';
import { jobCalculations } from './jobs/combineTriggers.js';
import { jobStrategies } from './jobs/strategies.js';
import { scaleDefaults } from './requestScale.js';
/**
 * ScaledObject and ScaledJob of `keda.sh/v1alpha1`.
 *
 * `metadata` and `status` are the server's: what is unknown in them is passed over. Below `spec` the API server refuses a field
 * that the schema does not have (kubectl asks for that: field validation is Strict by default), and so does this.
 *
 * Source: a description of kedacore/keda v2.20, apis/keda/v1alpha1 and config/crd; keda.sh, ScaledObject specification.
 */
const apiVersion = 'keda.sh/v1alpha1';
const count = z.int().min(0);
const seconds = z.int().min(0);
/** Text in KEDA; numbers come from parameters of the command line. */
const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'a text is expected' }).transform(String);
const metadata = z.looseObject({
    name: z.string().min(1).optional(),
    annotations: z.record(z.string(), scalar).default({}),
});
const trigger = z.strictObject({
    type: z.string().min(1),
    name: z.string().optional(),
    metadata: z.record(z.string(), scalar),
    metricType: z.enum(['AverageValue', 'Value', 'Utilization']).optional(),
    useCachedMetrics: z.boolean().default(false),
    authenticationRef: z
        .strictObject({
        name: z.string(),
        kind: z.enum(['TriggerAuthentication', 'ClusterTriggerAuthentication']).optional(),
    })
        .optional(),
});
const fallback = z.strictObject({
    failureThreshold: count,
    replicas: count,
    // safe: the keys of the literal are exactly its type's keys.
    behavior: z.enum(Object.keys(fallbackBehaviors)).default('static'),
});
const modifierFields = z.strictObject({
    formula: z.string(),
    target: scalar,
    activationTarget: scalar.default('0'),
    metricType: z.enum(['AverageValue', 'Value']).default('AverageValue'),
});
/** The server writes an empty one into every object that has `advanced`: there are no modifiers then. */
const scalingModifiers = z.preprocess((value) => (isEmptyObject(value) ? undefined : value), modifierFields.optional());
function isEmptyObject(value) {
    return typeof value === 'object' && value !== null && Object.values(value).every((field) => (field ?? '') === '');
}
const advanced = z.strictObject({
    restoreToOriginalReplicaCount: z.boolean().default(false),
    horizontalPodAutoscalerConfig: z
        .strictObject({
        name: z.string().optional(),
        /** Handed to the HPA as it is, which checks it. */
        behavior: z.record(z.string(), z.unknown()).optional(),
    })
        .default({}),
    scalingModifiers,
});
export const scaledObjectSchema = z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('ScaledObject'),
    metadata,
    spec: z.strictObject({
        scaleTargetRef: z.strictObject({
            name: z.string().min(1),
            apiVersion: z.string().optional(),
            kind: z.string().optional(),
            envSourceContainerName: z.string().optional(),
        }),
        pollingInterval: z.int().min(1).default(scaleDefaults.pollingSeconds),
        cooldownPeriod: seconds.optional(),
        initialCooldownPeriod: seconds.default(scaleDefaults.initialCooldownSeconds),
        idleReplicaCount: count.optional(),
        minReplicaCount: count.default(scaleDefaults.minCount),
        maxReplicaCount: z.int().min(1).default(scaleDefaults.maxCount),
        fallback: fallback.optional(),
        advanced: advanced.prefault({}),
        triggers: z.array(trigger).min(1),
    }),
    status: z.unknown().optional(),
});
const jobNames = (variants) => Object.keys(variants); // safe: no list of variants is empty
export const scaledJobSchema = z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('ScaledJob'),
    metadata,
    spec: z.strictObject({
        jobTargetRef: z.record(z.string(), z.unknown()),
        pollingInterval: z.int().min(1).default(scaleDefaults.pollingSeconds),
        successfulJobsHistoryLimit: count.optional(),
        failedJobsHistoryLimit: count.optional(),
        rolloutStrategy: z.string().optional(),
        rollout: z.strictObject({ strategy: z.string().optional(), propagationPolicy: z.string().optional() }).optional(),
        envSourceContainerName: z.string().optional(),
        minReplicaCount: count.default(scaleDefaults.minCount),
        maxReplicaCount: z.int().min(1).default(scaleDefaults.maxCount),
        scalingStrategy: z
            .strictObject({
            strategy: z.enum(jobNames(jobStrategies)).default('default'),
            customScalingQueueLengthDeduction: z.int().optional(),
            customScalingRunningJobPercentage: scalar.optional(),
            pendingPodConditions: z.array(z.string()).optional(),
            multipleScalersCalculation: z.enum(jobNames(jobCalculations)).default('max'),
        })
            .prefault({}),
        triggers: z.array(trigger).min(1),
    }),
    status: z.unknown().optional(),
});
