import { z } from 'zod';
export declare const behaviorSchema: z.ZodObject<{
    scaleUp: z.ZodOptional<z.ZodObject<{
        stabilizationWindowSeconds: z.ZodOptional<z.ZodInt>;
        selectPolicy: z.ZodOptional<z.ZodEnum<{
            Disabled: "Disabled";
            Max: "Max";
            Min: "Min";
        }>>;
        policies: z.ZodOptional<z.ZodArray<z.ZodObject<{
            type: z.ZodEnum<{
                Percent: "Percent";
                Pods: "Pods";
            }>;
            value: z.ZodInt;
            periodSeconds: z.ZodInt;
        }, z.core.$strict>>>;
        tolerance: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
    }, z.core.$strict>>;
    scaleDown: z.ZodOptional<z.ZodObject<{
        stabilizationWindowSeconds: z.ZodOptional<z.ZodInt>;
        selectPolicy: z.ZodOptional<z.ZodEnum<{
            Disabled: "Disabled";
            Max: "Max";
            Min: "Min";
        }>>;
        policies: z.ZodOptional<z.ZodArray<z.ZodObject<{
            type: z.ZodEnum<{
                Percent: "Percent";
                Pods: "Pods";
            }>;
            value: z.ZodInt;
            periodSeconds: z.ZodInt;
        }, z.core.$strict>>>;
        tolerance: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type GivenBehavior = z.output<typeof behaviorSchema>;
/** autoscaling/v2, and v2beta2, which had the same shape. */
export declare const manifestV2Schema: z.ZodObject<{
    kind: z.ZodLiteral<"HorizontalPodAutoscaler">;
    metadata: z.ZodOptional<z.ZodObject<{
        name: z.ZodOptional<z.ZodString>;
        annotations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    }, z.core.$loose>>;
    status: z.ZodOptional<z.ZodUnknown>;
    apiVersion: z.ZodEnum<{
        "autoscaling/v2": "autoscaling/v2";
        "autoscaling/v2beta2": "autoscaling/v2beta2";
    }>;
    spec: z.ZodObject<{
        scaleTargetRef: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        minReplicas: z.ZodOptional<z.ZodInt>;
        maxReplicas: z.ZodInt;
        metrics: z.ZodOptional<z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
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
        }, z.core.$strict>], "type">>>;
        behavior: z.ZodOptional<z.ZodObject<{
            scaleUp: z.ZodOptional<z.ZodObject<{
                stabilizationWindowSeconds: z.ZodOptional<z.ZodInt>;
                selectPolicy: z.ZodOptional<z.ZodEnum<{
                    Disabled: "Disabled";
                    Max: "Max";
                    Min: "Min";
                }>>;
                policies: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    type: z.ZodEnum<{
                        Percent: "Percent";
                        Pods: "Pods";
                    }>;
                    value: z.ZodInt;
                    periodSeconds: z.ZodInt;
                }, z.core.$strict>>>;
                tolerance: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            }, z.core.$strict>>;
            scaleDown: z.ZodOptional<z.ZodObject<{
                stabilizationWindowSeconds: z.ZodOptional<z.ZodInt>;
                selectPolicy: z.ZodOptional<z.ZodEnum<{
                    Disabled: "Disabled";
                    Max: "Max";
                    Min: "Min";
                }>>;
                policies: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    type: z.ZodEnum<{
                        Percent: "Percent";
                        Pods: "Pods";
                    }>;
                    value: z.ZodInt;
                    periodSeconds: z.ZodInt;
                }, z.core.$strict>>>;
                tolerance: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        selectionStrategy: z.ZodOptional<z.ZodEnum<{
            LabelSelector: "LabelSelector";
            OwnerReference: "OwnerReference";
        }>>;
    }, z.core.$strict>;
}, z.core.$strict>;
/** autoscaling/v2beta1: metrics in an older shape; `behavior` is in an annotation. */
export declare const manifestV2beta1Schema: z.ZodObject<{
    kind: z.ZodLiteral<"HorizontalPodAutoscaler">;
    metadata: z.ZodOptional<z.ZodObject<{
        name: z.ZodOptional<z.ZodString>;
        annotations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    }, z.core.$loose>>;
    status: z.ZodOptional<z.ZodUnknown>;
    apiVersion: z.ZodLiteral<"autoscaling/v2beta1">;
    spec: z.ZodObject<{
        scaleTargetRef: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        minReplicas: z.ZodOptional<z.ZodInt>;
        maxReplicas: z.ZodInt;
        metrics: z.ZodOptional<z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
            type: z.ZodLiteral<"Resource">;
            resource: z.ZodObject<{
                name: z.ZodEnum<{
                    cpu: "cpu";
                    memory: "memory";
                }>;
                targetAverageUtilization: z.ZodOptional<z.ZodInt>;
                targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            }, z.core.$strict>;
        }, z.core.$strict>, z.ZodObject<{
            type: z.ZodLiteral<"ContainerResource">;
            containerResource: z.ZodObject<{
                name: z.ZodEnum<{
                    cpu: "cpu";
                    memory: "memory";
                }>;
                targetAverageUtilization: z.ZodOptional<z.ZodInt>;
                targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
                container: z.ZodString;
            }, z.core.$strict>;
        }, z.core.$strict>, z.ZodObject<{
            type: z.ZodLiteral<"Pods">;
            pods: z.ZodObject<{
                metricName: z.ZodString;
                selector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
                targetAverageValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>;
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
                targetValue: z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>;
                averageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            }, z.core.$strict>;
        }, z.core.$strict>, z.ZodObject<{
            type: z.ZodLiteral<"External">;
            external: z.ZodObject<{
                metricName: z.ZodString;
                metricSelector: z.ZodOptional<z.ZodObject<{}, z.core.$loose>>;
                targetValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
                targetAverageValue: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<import("./kubeQuantity.js").KubeQuantity, unknown>>>;
            }, z.core.$strict>;
        }, z.core.$strict>], "type">>>;
    }, z.core.$strict>;
}, z.core.$strict>;
/** autoscaling/v1: one CPU target; all else is in annotations. */
export declare const manifestV1Schema: z.ZodObject<{
    kind: z.ZodLiteral<"HorizontalPodAutoscaler">;
    metadata: z.ZodOptional<z.ZodObject<{
        name: z.ZodOptional<z.ZodString>;
        annotations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    }, z.core.$loose>>;
    status: z.ZodOptional<z.ZodUnknown>;
    apiVersion: z.ZodLiteral<"autoscaling/v1">;
    spec: z.ZodObject<{
        scaleTargetRef: z.ZodObject<{
            apiVersion: z.ZodOptional<z.ZodString>;
            kind: z.ZodString;
            name: z.ZodString;
        }, z.core.$strict>;
        minReplicas: z.ZodOptional<z.ZodInt>;
        maxReplicas: z.ZodInt;
        targetCPUUtilizationPercentage: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>;
}, z.core.$strict>;
