import { z } from 'zod';
import { adjustmentTypes } from '../algorithm/adjustment.js';
import { missingTreatments } from '../algorithm/alarm.js';
/**
 * What a manifest may say, in the names of the AWS APIs: PutScalingPolicy (EC2 Auto Scaling 2011-01-01 and Application
 * Auto Scaling 2016-02-06), CreateAutoScalingGroup, RegisterScalableTarget, PutMetricAlarm (CloudWatch 2010-08-01).
 *
 * Fields that the services answer with (ARNs, times) are accepted, so that the output of `describe-policies` can be used.
 * Defaults are those of the API references.
 */
const text = z.string();
const seconds = z.int().min(0);
const anything = z.unknown();
const texts = z.array(text);
const dimensions = z.array(z.strictObject({ Name: text, Value: text }));
/** A metric math expression; only its name can be mapped to a metric here. */
const metricQueries = z
    .array(z.strictObject({
    Id: text,
    Label: text.optional(),
    Expression: text.optional(),
    MetricStat: anything.optional(),
    ReturnData: z.boolean().optional(),
    Period: z.int().optional(),
    AccountId: text.optional(),
}))
    .min(1);
const customizedMetric = z.strictObject({
    MetricName: text.optional(),
    Namespace: text.optional(),
    Dimensions: dimensions.optional(),
    Statistic: z.enum(['Average', 'Minimum', 'Maximum', 'SampleCount', 'Sum']).optional(),
    Unit: text.optional(),
    Period: z.int().optional(),
    Metrics: metricQueries.optional(),
});
const predefinedMetric = z.strictObject({ PredefinedMetricType: text, ResourceLabel: text.optional() });
const trackingFields = {
    TargetValue: z.number().positive(),
    PredefinedMetricSpecification: predefinedMetric.optional(),
    CustomizedMetricSpecification: customizedMetric.optional(),
    DisableScaleIn: z.boolean().default(false),
};
const ec2Tracking = z.strictObject(trackingFields);
const applicationTracking = z.strictObject({
    ...trackingFields,
    ScaleInCooldown: seconds.optional(),
    ScaleOutCooldown: seconds.optional(),
});
const stepAdjustments = z.array(z.strictObject({
    MetricIntervalLowerBound: z.number().nullish(),
    MetricIntervalUpperBound: z.number().nullish(),
    ScalingAdjustment: z.int(),
}));
const magnitude = z.int().min(0);
const aggregation = z.enum(['Minimum', 'Maximum', 'Average']);
const stepConfiguration = z.strictObject({
    AdjustmentType: z.enum(adjustmentTypes),
    StepAdjustments: stepAdjustments,
    MinAdjustmentMagnitude: magnitude.optional(),
    Cooldown: seconds.optional(),
    MetricAggregationType: aggregation.optional(),
});
/** Only whether it acts is read: Mode is ForecastOnly when left out. */
const prediction = z.looseObject({ Mode: z.enum(['ForecastOnly', 'ForecastAndScale']).default('ForecastOnly') });
/** The alarms that call a policy, as the describe commands list them. */
const listedAlarms = z.array(z.looseObject({ AlarmName: text.optional(), AlarmARN: text.optional() })).optional();
const answered = { PolicyARN: text.optional(), Alarms: listedAlarms, CreationTime: anything.optional() };
export const resourceSchemas = {
    policy: z.strictObject({
        ...answered,
        AutoScalingGroupName: text.optional(),
        PolicyName: text.optional(),
        PolicyType: z
            .enum(['SimpleScaling', 'StepScaling', 'TargetTrackingScaling', 'PredictiveScaling'])
            .default('SimpleScaling'),
        AdjustmentType: z.enum(adjustmentTypes).optional(),
        ScalingAdjustment: z.int().optional(),
        StepAdjustments: stepAdjustments.optional(),
        MinAdjustmentMagnitude: magnitude.optional(),
        MinAdjustmentStep: magnitude.optional(),
        MetricAggregationType: aggregation.optional(),
        Cooldown: seconds.optional(),
        EstimatedInstanceWarmup: seconds.optional(),
        TargetTrackingConfiguration: ec2Tracking.optional(),
        PredictiveScalingConfiguration: prediction.optional(),
        Enabled: z.boolean().default(true),
    }),
    'application-policy': z.strictObject({
        ...answered,
        PolicyName: text.optional(),
        ServiceNamespace: text.optional(),
        ResourceId: text.optional(),
        ScalableDimension: text.optional(),
        ScalingTargetId: text.optional(),
        PolicyType: z.enum(['StepScaling', 'TargetTrackingScaling', 'PredictiveScaling']).default('StepScaling'),
        StepScalingPolicyConfiguration: stepConfiguration.optional(),
        TargetTrackingScalingPolicyConfiguration: applicationTracking.optional(),
        PredictiveScalingPolicyConfiguration: prediction.optional(),
    }),
    group: z.strictObject({
        AutoScalingGroupName: text.optional(),
        MinSize: z.int().min(0).optional(),
        MaxSize: z.int().min(0).optional(),
        DesiredCapacity: z.int().min(0).optional(),
        DefaultCooldown: seconds.default(300),
        /** -1 takes it back. */
        DefaultInstanceWarmup: z.int().min(-1).optional(),
    }),
    'scalable-target': z.strictObject({
        ServiceNamespace: text.optional(),
        ResourceId: text.optional(),
        ScalableDimension: text.optional(),
        MinCapacity: z.int().min(0).optional(),
        MaxCapacity: z.int().min(0).optional(),
        RoleARN: text.optional(),
        SuspendedState: z
            .strictObject({
            DynamicScalingInSuspended: z.boolean().optional(),
            DynamicScalingOutSuspended: z.boolean().optional(),
            ScheduledScalingSuspended: z.boolean().optional(),
        })
            .optional(),
        ScheduledActions: anything.optional(),
        Tags: anything.optional(),
        ScalableTargetARN: text.optional(),
        CreationTime: anything.optional(),
        PredictedCapacity: anything.optional(),
    }),
    alarm: z.strictObject({
        AlarmName: text.optional(),
        AlarmArn: text.optional(),
        AlarmDescription: text.optional(),
        ActionsEnabled: z.boolean().default(true),
        AlarmActions: texts.default([]),
        OKActions: texts.default([]),
        InsufficientDataActions: texts.default([]),
        MetricName: text.optional(),
        Namespace: text.optional(),
        Statistic: z.enum(['Average', 'Minimum', 'Maximum', 'SampleCount', 'Sum']).optional(),
        ExtendedStatistic: text.optional(),
        Dimensions: dimensions.optional(),
        Period: z.int().min(1).optional(),
        Unit: text.optional(),
        EvaluationPeriods: z.int().min(1),
        DatapointsToAlarm: z.int().min(1).optional(),
        Threshold: z.number().optional(),
        ComparisonOperator: z.enum([
            'GreaterThanOrEqualToThreshold',
            'GreaterThanThreshold',
            'LessThanThreshold',
            'LessThanOrEqualToThreshold',
        ]),
        TreatMissingData: z.enum(missingTreatments).default('missing'),
        EvaluateLowSampleCountPercentile: text.optional(),
        Metrics: metricQueries.optional(),
        ThresholdMetricId: text.optional(),
        Tags: anything.optional(),
        StateValue: anything.optional(),
        StateReason: anything.optional(),
        StateReasonData: anything.optional(),
        StateUpdatedTimestamp: anything.optional(),
        StateTransitionedTimestamp: anything.optional(),
        AlarmConfigurationUpdatedTimestamp: anything.optional(),
    }),
};
