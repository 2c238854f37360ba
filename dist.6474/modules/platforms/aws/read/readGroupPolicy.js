import { isOpen, notOf } from '../openValue.js';
import { baseOf, callsOf, forecastPolicy, refuseField, stepsOf, } from './policyContext.js';
import { readTrackedMetric } from './readMetric.js';
/** A policy of an Auto Scaling group; undefined when a problem was noted. */
export function readGroupPolicy(resource, context) {
    const { findings, limits } = context;
    const value = findings.parse('policy', resource);
    if (value === undefined)
        return undefined;
    refuseForeignFields(resource, value, context);
    const isEnabled = isOpen(value.Enabled) || value.Enabled;
    if (!isEnabled) {
        findings.notSimulated(resource, {
            path: ['Enabled'],
            effect: 'a disabled policy never acts, and it does not here',
        });
    }
    const base = {
        ...baseOf(resource, value.PolicyName),
        warmupSeconds: value.EstimatedInstanceWarmup ?? limits.warmupSeconds,
        isEnabled,
    };
    if (value.PolicyType === 'TargetTrackingScaling')
        return readTracking(resource, { value, base }, context);
    if (value.PolicyType === 'StepScaling')
        return readStep(resource, { value, base }, context);
    if (value.PolicyType === 'SimpleScaling')
        return readSimple(resource, { value, base }, context);
    const { PredictiveScalingConfiguration: forecast } = value;
    if (forecast === undefined)
        return requireField(resource, 'PredictiveScalingConfiguration', context);
    return forecastPolicy(resource, base, { mode: forecast.Mode, findings });
}
/** Fields of each type; all others of the list below are refused, as AWS does. */
const ownFields = {
    TargetTrackingScaling: ['TargetTrackingConfiguration', 'EstimatedInstanceWarmup'],
    StepScaling: [
        'AdjustmentType',
        'StepAdjustments',
        'MinAdjustmentMagnitude',
        'MetricAggregationType',
        'EstimatedInstanceWarmup',
    ],
    SimpleScaling: ['AdjustmentType', 'ScalingAdjustment', 'MinAdjustmentMagnitude', 'MinAdjustmentStep', 'Cooldown'],
    PredictiveScaling: ['PredictiveScalingConfiguration'],
};
const typedFields = new Set(Object.values(ownFields).flat());
function refuseForeignFields(resource, value, { findings }) {
    for (const field of typedFields) {
        const given = value[field];
        const isEmpty = given === undefined || (Array.isArray(given) && given.length === 0);
        if (isEmpty || ownFields[value.PolicyType].includes(field))
            continue;
        refuseField(resource, findings, { path: [field], why: `A ${value.PolicyType} policy has no ${field}.` });
    }
}
function requireField(resource, field, { findings }) {
    findings.problem({
        code: 'missing-key',
        where: resource.place([]),
        what: `${resource.title}: \`${field}\` is missing`,
        why: 'A policy of this type needs it, and it has no default.',
        fix: `add ${field}; or set PolicyType, which is SimpleScaling when left out.`,
    });
    return undefined;
}
function readTracking(resource, { value, base }, context) {
    const { TargetTrackingConfiguration: tracking } = value;
    if (tracking === undefined)
        return requireField(resource, 'TargetTrackingConfiguration', context);
    const path = ['TargetTrackingConfiguration'];
    const metric = readTrackedMetric(tracking, { ...context, kind: 'ec2', resource, path });
    if (metric === undefined)
        return undefined;
    return {
        ...base,
        type: 'target-tracking',
        metric,
        target: tracking.TargetValue,
        canScaleIn: notOf(tracking.DisableScaleIn),
        scaleOutCooldownSeconds: 0,
        scaleInCooldownSeconds: 0,
    };
}
function readStep(resource, { value, base }, context) {
    const { AdjustmentType, StepAdjustments, MinAdjustmentMagnitude } = value;
    if (StepAdjustments === undefined)
        return requireField(resource, 'StepAdjustments', context);
    if (AdjustmentType === undefined)
        return requireField(resource, 'AdjustmentType', context);
    return {
        ...base,
        type: 'step',
        adjustmentType: AdjustmentType,
        magnitudeMinCount: MinAdjustmentMagnitude,
        steps: stepsOf(StepAdjustments, { resource, path: ['StepAdjustments'], findings: context.findings }),
        cooldownSeconds: 0,
        calls: callsOf(resource, context),
    };
}
function readSimple(resource, { value, base }, context) {
    const { AdjustmentType, ScalingAdjustment, MinAdjustmentMagnitude, MinAdjustmentStep, Cooldown } = value;
    if (ScalingAdjustment === undefined)
        return requireField(resource, 'ScalingAdjustment', context);
    if (AdjustmentType === undefined)
        return requireField(resource, 'AdjustmentType', context);
    return {
        ...base,
        type: 'simple',
        adjustment: {
            type: AdjustmentType,
            amount: ScalingAdjustment,
            magnitudeMinCount: MinAdjustmentMagnitude ?? MinAdjustmentStep,
        },
        cooldownSeconds: Cooldown ?? context.limits.cooldownSeconds,
        calls: callsOf(resource, context),
    };
}
