import { z } from 'zod';
import { type KubeQuantity } from './kubeQuantity.js';
import { type GivenMetric } from './metricSchema.js';
declare const oldMetricSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    type: z.ZodLiteral<"Resource">;
    resource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        targetAverageUtilization: z.ZodOptional<z.ZodInt>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"ContainerResource">;
    containerResource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        targetAverageUtilization: z.ZodOptional<z.ZodInt>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
        container: z.ZodString;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Pods">;
    pods: z.ZodObject<{
        metricName: z.ZodString;
        selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetAverageValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Object">;
    object: z.ZodObject<{
        target: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        metricName: z.ZodString;
        selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>;
        averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"External">;
    external: z.ZodObject<{
        metricName: z.ZodString;
        metricSelector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>], "type">;
export declare const oldMetricsSchema: z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
    type: z.ZodLiteral<"Resource">;
    resource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        targetAverageUtilization: z.ZodOptional<z.ZodInt>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"ContainerResource">;
    containerResource: z.ZodObject<{
        name: z.ZodEnum<{
            cpu: "cpu";
            memory: "memory";
        }>;
        targetAverageUtilization: z.ZodOptional<z.ZodInt>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
        container: z.ZodString;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Pods">;
    pods: z.ZodObject<{
        metricName: z.ZodString;
        selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetAverageValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"Object">;
    object: z.ZodObject<{
        target: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        metricName: z.ZodString;
        selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>;
        averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"External">;
    external: z.ZodObject<{
        metricName: z.ZodString;
        metricSelector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
        targetValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
        targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>>;
    }, z.core.$strict>;
}, z.core.$strict>], "type">>;
export type OldMetric = z.output<typeof oldMetricSchema>;
/** The same metric in the shape of autoscaling/v2. */
export declare function metricOfOld(metric: OldMetric): GivenMetric;
export {};
