import { z } from 'zod';
declare const customizedMetric: z.ZodObject<{
    MetricName: z.ZodOptional<z.ZodString>;
    Namespace: z.ZodOptional<z.ZodString>;
    Dimensions: z.ZodOptional<z.ZodArray<z.ZodObject<{
        Name: z.ZodString;
        Value: z.ZodString;
    }, z.core.$strict>>>;
    Statistic: z.ZodOptional<z.ZodEnum<{
        Average: "Average";
        Maximum: "Maximum";
        Minimum: "Minimum";
        SampleCount: "SampleCount";
        Sum: "Sum";
    }>>;
    Unit: z.ZodOptional<z.ZodString>;
    Period: z.ZodOptional<z.ZodInt>;
    Metrics: z.ZodOptional<z.ZodArray<z.ZodObject<{
        Id: z.ZodString;
        Label: z.ZodOptional<z.ZodString>;
        Expression: z.ZodOptional<z.ZodString>;
        MetricStat: z.ZodOptional<z.ZodUnknown>;
        ReturnData: z.ZodOptional<z.ZodBoolean>;
        Period: z.ZodOptional<z.ZodInt>;
        AccountId: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
}, z.core.$strict>;
declare const applicationTracking: z.ZodObject<{
    TargetValue: z.ZodNumber;
    PredefinedMetricSpecification: z.ZodOptional<z.ZodObject<{
        PredefinedMetricType: z.ZodString;
        ResourceLabel: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    CustomizedMetricSpecification: z.ZodOptional<z.ZodObject<{
        MetricName: z.ZodOptional<z.ZodString>;
        Namespace: z.ZodOptional<z.ZodString>;
        Dimensions: z.ZodOptional<z.ZodArray<z.ZodObject<{
            Name: z.ZodString;
            Value: z.ZodString;
        }, z.core.$strict>>>;
        Statistic: z.ZodOptional<z.ZodEnum<{
            Average: "Average";
            Maximum: "Maximum";
            Minimum: "Minimum";
            SampleCount: "SampleCount";
            Sum: "Sum";
        }>>;
        Unit: z.ZodOptional<z.ZodString>;
        Period: z.ZodOptional<z.ZodInt>;
        Metrics: z.ZodOptional<z.ZodArray<z.ZodObject<{
            Id: z.ZodString;
            Label: z.ZodOptional<z.ZodString>;
            Expression: z.ZodOptional<z.ZodString>;
            MetricStat: z.ZodOptional<z.ZodUnknown>;
            ReturnData: z.ZodOptional<z.ZodBoolean>;
            Period: z.ZodOptional<z.ZodInt>;
            AccountId: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
    }, z.core.$strict>>;
    DisableScaleIn: z.ZodDefault<z.ZodBoolean>;
    ScaleInCooldown: z.ZodOptional<z.ZodInt>;
    ScaleOutCooldown: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;
declare const stepAdjustments: z.ZodArray<z.ZodObject<{
    MetricIntervalLowerBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    MetricIntervalUpperBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    ScalingAdjustment: z.ZodInt;
}, z.core.$strict>>;
export declare const resourceSchemas: {
    readonly policy: z.ZodObject<{
        PolicyARN: z.ZodOptional<z.ZodString>;
        Alarms: z.ZodOptional<z.ZodArray<z.ZodObject<{
            AlarmName: z.ZodOptional<z.ZodString>;
            AlarmARN: z.ZodOptional<z.ZodString>;
        }, z.core.$loose>>>;
        CreationTime: z.ZodOptional<z.ZodUnknown>;
        AutoScalingGroupName: z.ZodOptional<z.ZodString>;
        PolicyName: z.ZodOptional<z.ZodString>;
        PolicyType: z.ZodDefault<z.ZodEnum<{
            PredictiveScaling: "PredictiveScaling";
            SimpleScaling: "SimpleScaling";
            StepScaling: "StepScaling";
            TargetTrackingScaling: "TargetTrackingScaling";
        }>>;
        AdjustmentType: z.ZodOptional<z.ZodEnum<{
            ChangeInCapacity: "ChangeInCapacity";
            ExactCapacity: "ExactCapacity";
            PercentChangeInCapacity: "PercentChangeInCapacity";
        }>>;
        ScalingAdjustment: z.ZodOptional<z.ZodInt>;
        StepAdjustments: z.ZodOptional<z.ZodArray<z.ZodObject<{
            MetricIntervalLowerBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            MetricIntervalUpperBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            ScalingAdjustment: z.ZodInt;
        }, z.core.$strict>>>;
        MinAdjustmentMagnitude: z.ZodOptional<z.ZodInt>;
        MinAdjustmentStep: z.ZodOptional<z.ZodInt>;
        MetricAggregationType: z.ZodOptional<z.ZodEnum<{
            Average: "Average";
            Maximum: "Maximum";
            Minimum: "Minimum";
        }>>;
        Cooldown: z.ZodOptional<z.ZodInt>;
        EstimatedInstanceWarmup: z.ZodOptional<z.ZodInt>;
        TargetTrackingConfiguration: z.ZodOptional<z.ZodObject<{
            TargetValue: z.ZodNumber;
            PredefinedMetricSpecification: z.ZodOptional<z.ZodObject<{
                PredefinedMetricType: z.ZodString;
                ResourceLabel: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            CustomizedMetricSpecification: z.ZodOptional<z.ZodObject<{
                MetricName: z.ZodOptional<z.ZodString>;
                Namespace: z.ZodOptional<z.ZodString>;
                Dimensions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    Name: z.ZodString;
                    Value: z.ZodString;
                }, z.core.$strict>>>;
                Statistic: z.ZodOptional<z.ZodEnum<{
                    Average: "Average";
                    Maximum: "Maximum";
                    Minimum: "Minimum";
                    SampleCount: "SampleCount";
                    Sum: "Sum";
                }>>;
                Unit: z.ZodOptional<z.ZodString>;
                Period: z.ZodOptional<z.ZodInt>;
                Metrics: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    Id: z.ZodString;
                    Label: z.ZodOptional<z.ZodString>;
                    Expression: z.ZodOptional<z.ZodString>;
                    MetricStat: z.ZodOptional<z.ZodUnknown>;
                    ReturnData: z.ZodOptional<z.ZodBoolean>;
                    Period: z.ZodOptional<z.ZodInt>;
                    AccountId: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>>;
            }, z.core.$strict>>;
            DisableScaleIn: z.ZodDefault<z.ZodBoolean>;
        }, z.core.$strict>>;
        PredictiveScalingConfiguration: z.ZodOptional<z.ZodObject<{
            Mode: z.ZodDefault<z.ZodEnum<{
                ForecastAndScale: "ForecastAndScale";
                ForecastOnly: "ForecastOnly";
            }>>;
        }, z.core.$loose>>;
        Enabled: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>;
    readonly 'application-policy': z.ZodObject<{
        PolicyARN: z.ZodOptional<z.ZodString>;
        Alarms: z.ZodOptional<z.ZodArray<z.ZodObject<{
            AlarmName: z.ZodOptional<z.ZodString>;
            AlarmARN: z.ZodOptional<z.ZodString>;
        }, z.core.$loose>>>;
        CreationTime: z.ZodOptional<z.ZodUnknown>;
        PolicyName: z.ZodOptional<z.ZodString>;
        ServiceNamespace: z.ZodOptional<z.ZodString>;
        ResourceId: z.ZodOptional<z.ZodString>;
        ScalableDimension: z.ZodOptional<z.ZodString>;
        ScalingTargetId: z.ZodOptional<z.ZodString>;
        PolicyType: z.ZodDefault<z.ZodEnum<{
            PredictiveScaling: "PredictiveScaling";
            StepScaling: "StepScaling";
            TargetTrackingScaling: "TargetTrackingScaling";
        }>>;
        StepScalingPolicyConfiguration: z.ZodOptional<z.ZodObject<{
            AdjustmentType: z.ZodEnum<{
                ChangeInCapacity: "ChangeInCapacity";
                ExactCapacity: "ExactCapacity";
                PercentChangeInCapacity: "PercentChangeInCapacity";
            }>;
            StepAdjustments: z.ZodArray<z.ZodObject<{
                MetricIntervalLowerBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
                MetricIntervalUpperBound: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
                ScalingAdjustment: z.ZodInt;
            }, z.core.$strict>>;
            MinAdjustmentMagnitude: z.ZodOptional<z.ZodInt>;
            Cooldown: z.ZodOptional<z.ZodInt>;
            MetricAggregationType: z.ZodOptional<z.ZodEnum<{
                Average: "Average";
                Maximum: "Maximum";
                Minimum: "Minimum";
            }>>;
        }, z.core.$strict>>;
        TargetTrackingScalingPolicyConfiguration: z.ZodOptional<z.ZodObject<{
            TargetValue: z.ZodNumber;
            PredefinedMetricSpecification: z.ZodOptional<z.ZodObject<{
                PredefinedMetricType: z.ZodString;
                ResourceLabel: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            CustomizedMetricSpecification: z.ZodOptional<z.ZodObject<{
                MetricName: z.ZodOptional<z.ZodString>;
                Namespace: z.ZodOptional<z.ZodString>;
                Dimensions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    Name: z.ZodString;
                    Value: z.ZodString;
                }, z.core.$strict>>>;
                Statistic: z.ZodOptional<z.ZodEnum<{
                    Average: "Average";
                    Maximum: "Maximum";
                    Minimum: "Minimum";
                    SampleCount: "SampleCount";
                    Sum: "Sum";
                }>>;
                Unit: z.ZodOptional<z.ZodString>;
                Period: z.ZodOptional<z.ZodInt>;
                Metrics: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    Id: z.ZodString;
                    Label: z.ZodOptional<z.ZodString>;
                    Expression: z.ZodOptional<z.ZodString>;
                    MetricStat: z.ZodOptional<z.ZodUnknown>;
                    ReturnData: z.ZodOptional<z.ZodBoolean>;
                    Period: z.ZodOptional<z.ZodInt>;
                    AccountId: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>>;
            }, z.core.$strict>>;
            DisableScaleIn: z.ZodDefault<z.ZodBoolean>;
            ScaleInCooldown: z.ZodOptional<z.ZodInt>;
            ScaleOutCooldown: z.ZodOptional<z.ZodInt>;
        }, z.core.$strict>>;
        PredictiveScalingPolicyConfiguration: z.ZodOptional<z.ZodObject<{
            Mode: z.ZodDefault<z.ZodEnum<{
                ForecastAndScale: "ForecastAndScale";
                ForecastOnly: "ForecastOnly";
            }>>;
        }, z.core.$loose>>;
    }, z.core.$strict>;
    readonly group: z.ZodObject<{
        AutoScalingGroupName: z.ZodOptional<z.ZodString>;
        MinSize: z.ZodOptional<z.ZodInt>;
        MaxSize: z.ZodOptional<z.ZodInt>;
        DesiredCapacity: z.ZodOptional<z.ZodInt>;
        DefaultCooldown: z.ZodDefault<z.ZodInt>;
        DefaultInstanceWarmup: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>;
    readonly 'scalable-target': z.ZodObject<{
        ServiceNamespace: z.ZodOptional<z.ZodString>;
        ResourceId: z.ZodOptional<z.ZodString>;
        ScalableDimension: z.ZodOptional<z.ZodString>;
        MinCapacity: z.ZodOptional<z.ZodInt>;
        MaxCapacity: z.ZodOptional<z.ZodInt>;
        RoleARN: z.ZodOptional<z.ZodString>;
        SuspendedState: z.ZodOptional<z.ZodObject<{
            DynamicScalingInSuspended: z.ZodOptional<z.ZodBoolean>;
            DynamicScalingOutSuspended: z.ZodOptional<z.ZodBoolean>;
            ScheduledScalingSuspended: z.ZodOptional<z.ZodBoolean>;
        }, z.core.$strict>>;
        ScheduledActions: z.ZodOptional<z.ZodUnknown>;
        Tags: z.ZodOptional<z.ZodUnknown>;
        ScalableTargetARN: z.ZodOptional<z.ZodString>;
        CreationTime: z.ZodOptional<z.ZodUnknown>;
        PredictedCapacity: z.ZodOptional<z.ZodUnknown>;
    }, z.core.$strict>;
    readonly alarm: z.ZodObject<{
        AlarmName: z.ZodOptional<z.ZodString>;
        AlarmArn: z.ZodOptional<z.ZodString>;
        AlarmDescription: z.ZodOptional<z.ZodString>;
        ActionsEnabled: z.ZodDefault<z.ZodBoolean>;
        AlarmActions: z.ZodDefault<z.ZodArray<z.ZodString>>;
        OKActions: z.ZodDefault<z.ZodArray<z.ZodString>>;
        InsufficientDataActions: z.ZodDefault<z.ZodArray<z.ZodString>>;
        MetricName: z.ZodOptional<z.ZodString>;
        Namespace: z.ZodOptional<z.ZodString>;
        Statistic: z.ZodOptional<z.ZodEnum<{
            Average: "Average";
            Maximum: "Maximum";
            Minimum: "Minimum";
            SampleCount: "SampleCount";
            Sum: "Sum";
        }>>;
        ExtendedStatistic: z.ZodOptional<z.ZodString>;
        Dimensions: z.ZodOptional<z.ZodArray<z.ZodObject<{
            Name: z.ZodString;
            Value: z.ZodString;
        }, z.core.$strict>>>;
        Period: z.ZodOptional<z.ZodInt>;
        Unit: z.ZodOptional<z.ZodString>;
        EvaluationPeriods: z.ZodInt;
        DatapointsToAlarm: z.ZodOptional<z.ZodInt>;
        Threshold: z.ZodOptional<z.ZodNumber>;
        ComparisonOperator: z.ZodEnum<{
            GreaterThanOrEqualToThreshold: "GreaterThanOrEqualToThreshold";
            GreaterThanThreshold: "GreaterThanThreshold";
            LessThanOrEqualToThreshold: "LessThanOrEqualToThreshold";
            LessThanThreshold: "LessThanThreshold";
        }>;
        TreatMissingData: z.ZodDefault<z.ZodEnum<{
            breaching: "breaching";
            ignore: "ignore";
            missing: "missing";
            notBreaching: "notBreaching";
        }>>;
        EvaluateLowSampleCountPercentile: z.ZodOptional<z.ZodString>;
        Metrics: z.ZodOptional<z.ZodArray<z.ZodObject<{
            Id: z.ZodString;
            Label: z.ZodOptional<z.ZodString>;
            Expression: z.ZodOptional<z.ZodString>;
            MetricStat: z.ZodOptional<z.ZodUnknown>;
            ReturnData: z.ZodOptional<z.ZodBoolean>;
            Period: z.ZodOptional<z.ZodInt>;
            AccountId: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>>;
        ThresholdMetricId: z.ZodOptional<z.ZodString>;
        Tags: z.ZodOptional<z.ZodUnknown>;
        StateValue: z.ZodOptional<z.ZodUnknown>;
        StateReason: z.ZodOptional<z.ZodUnknown>;
        StateReasonData: z.ZodOptional<z.ZodUnknown>;
        StateUpdatedTimestamp: z.ZodOptional<z.ZodUnknown>;
        StateTransitionedTimestamp: z.ZodOptional<z.ZodUnknown>;
        AlarmConfigurationUpdatedTimestamp: z.ZodOptional<z.ZodUnknown>;
    }, z.core.$strict>;
};
export type ResourceKind = keyof typeof resourceSchemas;
export type ResourceValue<Kind extends ResourceKind> = z.output<(typeof resourceSchemas)[Kind]>;
export type TrackingValue = z.output<typeof applicationTracking>;
export type CustomizedMetric = z.output<typeof customizedMetric>;
export type StepValue = z.output<typeof stepAdjustments>[number];
export {};
