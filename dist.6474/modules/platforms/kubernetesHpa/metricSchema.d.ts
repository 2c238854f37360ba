import { z } from 'zod';
/**
 * An entry of `spec.metrics` as the API server takes it.
 *
 * Messages of our own have three lines: what, why, fix (see schemaProblems.ts).
 * Source: kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go and the API reference of autoscaling/v2.
 */
export declare const int32: z.ZodInt;
/** Part of a path of the API: a name of an object or a metric. Source: apimachinery pkg/api/validation/path/name.go. */
export declare const segment: z.ZodString;
export declare const reference: z.ZodObject<{
    apiVersion: z.ZodOptional<z.ZodString>;
    kind: z.ZodString;
    name: z.ZodString;
}, z.core.$strict>;
export declare const resourceName: z.ZodEnum<{
    cpu: "cpu";
    memory: "memory";
}>;
/** One file a kind would part what belongs together: five shapes, told apart by `type`. */
export declare const metricSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    type: z.ZodLiteral<"Resource">;
    resource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        target: z.ZodObject<{
            type: z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>;
            value: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageUtilization: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"ContainerResource">;
    containerResource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        container: z.ZodString;
        target: z.ZodObject<{
            type: z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>;
            value: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageUtilization: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Pods">;
    pods: z.ZodObject<{
        metric: z.ZodObject<{
            name: z.ZodString;
            selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        }, z.core.$strict>;
        target: z.ZodObject<{
            type: z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>;
            value: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageUtilization: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Object">;
    object: z.ZodObject<{
        describedObject: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        metric: z.ZodObject<{
            name: z.ZodString;
            selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        }, z.core.$strict>;
        target: z.ZodObject<{
            type: z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>;
            value: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageUtilization: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"External">;
    external: z.ZodObject<{
        metric: z.ZodObject<{
            name: z.ZodString;
            selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        }, z.core.$strict>;
        target: z.ZodObject<{
            type: z.ZodEnum<{
                AverageValue: "AverageValue";
                Utilization: "Utilization";
                Value: "Value";
            }>;
            value: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            averageUtilization: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>;
        fallback: z.ZodOptional<z.ZodObject<{
            replicas: z.ZodInt;
            failureDurationSeconds: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
}, z.core.$strict>], "type">;
export type GivenMetric = z.output<typeof metricSchema>;
