import { defaultCooldownSeconds } from '../algorithm/cooldown.js';
import { notOf } from '../openValue.js';
import { baseOf, callsOf, forecastPolicy, refuseField, stepsOf, } from './policyContext.js';
import { readTrackedMetric } from './readMetric.js';
const trackingField = 'TargetTrackingScalingPolicyConfiguration';
const stepField = 'StepScalingPolicyConfiguration';
const forecastField = 'PredictiveScalingPolicyConfiguration';
const ownFields = {
    TargetTrackingScaling: trackingField,
    StepScaling: stepField,
    PredictiveScaling: forecastField,
};
/** A policy of Application Auto Scaling; undefined when a problem was noted. */
export function readApplicationPolicy(resource, context) {
    const value = context.findings.parse('application-policy', resource);
    if (value === undefined)
        return undefined;
    const own = ownFields[value.PolicyType];
    for (const other of Object.values(ownFields)) {
        if (other === own || value[other] === undefined)
            continue;
        refuseField(resource, context.findings, { path: [other], why: `A ${value.PolicyType} policy reads ${own} alone.` });
    }
    if (value[own] === undefined) {
        context.findings.problem({
            code: 'missing-key',
            where: resource.place([]),
            what: `${resource.title}: \`${own}\` is missing`,
            why: 'A policy of this type needs it, and it has no default.',
            fix: `add ${own}; or set PolicyType, which is StepScaling when left out.`,
        });
        return undefined;
    }
    // The service waits by cooldowns; it knows no warm-up.
    const base = { ...baseOf(resource, value.PolicyName), warmupSeconds: 0, isEnabled: true };
    if (value.PolicyType === 'TargetTrackingScaling')
        return readTracking(resource, { value, base }, context);
    if (value.PolicyType === 'StepScaling')
        return readStep(resource, { value, base }, context);
    const mode = value[forecastField]?.Mode ?? 'ForecastOnly';
    return forecastPolicy(resource, base, { mode, findings: context.findings });
}
/** By the namespace as the policy or its target says it; without one it is taken for an ECS service. */
function presetSeconds({ limits }) {
    return defaultCooldownSeconds(limits.namespace === '' ? 'ecs' : limits.namespace);
}
function readTracking(resource, { value, base }, context) {
    const { [trackingField]: tracking } = value;
    if (tracking === undefined)
        return undefined;
    const metric = readTrackedMetric(tracking, { ...context, kind: 'application', resource, path: [trackingField] });
    if (metric === undefined)
        return undefined;
    return {
        ...base,
        type: 'target-tracking',
        metric,
        target: tracking.TargetValue,
        canScaleIn: notOf(tracking.DisableScaleIn),
        scaleOutCooldownSeconds: tracking.ScaleOutCooldown ?? presetSeconds(context),
        scaleInCooldownSeconds: tracking.ScaleInCooldown ?? presetSeconds(context),
    };
}
function readStep(resource, { value, base }, context) {
    const { [stepField]: step } = value;
    if (step === undefined)
        return undefined;
    return {
        ...base,
        type: 'step',
        adjustmentType: step.AdjustmentType,
        magnitudeMinCount: step.MinAdjustmentMagnitude,
        steps: stepsOf(step.StepAdjustments, {
            resource,
            path: [stepField, 'StepAdjustments'],
            findings: context.findings,
        }),
        cooldownSeconds: step.Cooldown ?? presetSeconds(context),
        calls: callsOf(resource, context),
    };
}
