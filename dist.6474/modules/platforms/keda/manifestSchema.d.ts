import { z } from 'zod';
declare const trigger: z.ZodObject<{
    type: z.ZodString;
    name: z.ZodOptional<z.ZodString>;
    metadata: z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>;
    metricType: z.ZodOptional<z.ZodEnum<{
        AverageValue: "AverageValue";
        Utilization: "Utilization";
        Value: "Value";
    }>>;
    useCachedMetrics: z.ZodDefault<z.ZodBoolean>;
    authenticationRef: z.ZodOptional<z.ZodObject<{
        name: z.ZodString;
        kind: z.ZodOptional<z.ZodEnum<{
            ClusterTriggerAuthentication: "ClusterTriggerAuthentication";
            TriggerAuthentication: "TriggerAuthentication";
        }>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export declare const scaledObjectSchema: z.ZodObject<{
    apiVersion: z.ZodLiteral<"keda.sh/v1alpha1">;
    kind: z.ZodLiteral<"ScaledObject">;
    metadata: z.ZodObject<{
        name: z.ZodOptional<z.ZodString>;
        annotations: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>>;
    }, z.core.$loose>;
    spec: z.ZodObject<{
        scaleTargetRef: z.ZodObject<{
            name: z.ZodString;
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodOptional<z.ZodString>;
            envSourceContainerName: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>;
        pollingInterval: z.ZodDefault<z.ZodInt>;
        cooldownPeriod: z.ZodOptional<z.ZodInt>;
        initialCooldownPeriod: z.ZodDefault<z.ZodInt>;
        idleReplicaCount: z.ZodOptional<z.ZodInt>;
        minReplicaCount: z.ZodDefault<z.ZodInt>;
        maxReplicaCount: z.ZodDefault<z.ZodInt>;
        fallback: z.ZodOptional<z.ZodObject<{
            failureThreshold: z.ZodInt;
            replicas: z.ZodInt;
            behavior: z.ZodDefault<z.ZodEnum<{
                currentReplicas: "currentReplicas";
                currentReplicasIfHigher: "currentReplicasIfHigher";
                currentReplicasIfLower: "currentReplicasIfLower";
                scalingModifiers: "scalingModifiers";
                static: "static";
            }>>;
        }, z.core.$strict>>;
        advanced: z.ZodPrefault<z.ZodObject<{
            restoreToOriginalReplicaCount: z.ZodDefault<z.ZodBoolean>;
            horizontalPodAutoscalerConfig: z.ZodDefault<z.ZodObject<{
                name: z.ZodOptional<z.ZodString>;
                behavior: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
            }, z.core.$strict>>;
            scalingModifiers: z.ZodPreprocess<z.ZodOptional<z.ZodObject<{
                formula: z.ZodString;
                target: z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>;
                activationTarget: z.ZodDefault<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>;
                metricType: z.ZodDefault<z.ZodEnum<{
                    AverageValue: "AverageValue";
                    Value: "Value";
                }>>;
            }, z.core.$strict>>, unknown>;
        }, z.core.$strict>>;
        triggers: z.ZodArray<z.ZodObject<{
            type: z.ZodString;
            name: z.ZodOptional<z.ZodString>;
            metadata: z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>;
            metricType: z.ZodOptional<z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>>;
            useCachedMetrics: z.ZodDefault<z.ZodBoolean>;
            authenticationRef: z.ZodOptional<z.ZodObject<{
                name: z.ZodString;
                kind: z.ZodOptional<z.ZodEnum<{
                    ClusterTriggerAuthentication: "ClusterTriggerAuthentication";
                    TriggerAuthentication: "TriggerAuthentication";
                }>>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    status: z.ZodOptional<z.ZodUnknown>;
}, z.core.$strict>;
export declare const scaledJobSchema: z.ZodObject<{
    apiVersion: z.ZodLiteral<"keda.sh/v1alpha1">;
    kind: z.ZodLiteral<"ScaledJob">;
    metadata: z.ZodObject<{
        name: z.ZodOptional<z.ZodString>;
        annotations: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>>;
    }, z.core.$loose>;
    spec: z.ZodObject<{
        jobTargetRef: z.ZodRecord<z.ZodString, z.ZodUnknown>;
        pollingInterval: z.ZodDefault<z.ZodInt>;
        successfulJobsHistoryLimit: z.ZodOptional<z.ZodInt>;
        failedJobsHistoryLimit: z.ZodOptional<z.ZodInt>;
        rolloutStrategy: z.ZodOptional<z.ZodString>;
        rollout: z.ZodOptional<z.ZodObject<{
            strategy: z.ZodOptional<z.ZodString>;
            propagationPolicy: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        envSourceContainerName: z.ZodOptional<z.ZodString>;
        minReplicaCount: z.ZodDefault<z.ZodInt>;
        maxReplicaCount: z.ZodDefault<z.ZodInt>;
        scalingStrategy: z.ZodPrefault<z.ZodObject<{
            strategy: z.ZodDefault<z.ZodEnum<{
                accurate: "accurate";
                custom: "custom";
                default: "default";
                eager: "eager";
            }>>;
            customScalingQueueLengthDeduction: z.ZodOptional<z.ZodInt>;
            customScalingRunningJobPercentage: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>;
            pendingPodConditions: z.ZodOptional<z.ZodArray<z.ZodString>>;
            multipleScalersCalculation: z.ZodDefault<z.ZodEnum<{
                avg: "avg";
                max: "max";
                min: "min";
                sum: "sum";
            }>>;
        }, z.core.$strict>>;
        triggers: z.ZodArray<z.ZodObject<{
            type: z.ZodString;
            name: z.ZodOptional<z.ZodString>;
            metadata: z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>;
            metricType: z.ZodOptional<z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>>;
            useCachedMetrics: z.ZodDefault<z.ZodBoolean>;
            authenticationRef: z.ZodOptional<z.ZodObject<{
                name: z.ZodString;
                kind: z.ZodOptional<z.ZodEnum<{
                    ClusterTriggerAuthentication: "ClusterTriggerAuthentication";
                    TriggerAuthentication: "TriggerAuthentication";
                }>>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    status: z.ZodOptional<z.ZodUnknown>;
}, z.core.$strict>;
export type ScaledObject = z.output<typeof scaledObjectSchema>;
export type ScaledJob = z.output<typeof scaledJobSchema>;
export type TriggerSpec = z.output<typeof trigger>;
export {};
