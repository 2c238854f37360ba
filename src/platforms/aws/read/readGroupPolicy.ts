import type { ScalingPolicy, SimplePolicy, StepPolicy, TrackingPolicy } from '../model.js';
import { alarmsFor, type PolicyContext, refuseField, stepsOf } from './policyContext.js';
import { readTrackedMetric } from './readMetric.js';
import type { Resource } from './resource.js';
import type { ResourceValue } from './schemas.js';

type PolicyValue = ResourceValue<'policy'>;
type Base = Pick<ScalingPolicy, 'name' | 'where' | 'warmupSeconds' | 'isEnabled'>;

/** A policy of an Auto Scaling group; undefined when a problem was noted. */
export function readGroupPolicy(resource: Resource, context: PolicyContext): ScalingPolicy | undefined {
  const { findings, limits } = context;
  const value = findings.parse('policy', resource);
  if (value === undefined) return undefined;
  refuseForeignFields(resource, value, context);
  if (!value.Enabled) {
    findings.notSimulated(resource, {
      path: ['Enabled'],
      effect: 'a disabled policy never acts, and it does not here',
    });
  }
  const base: Base = {
    name: value.PolicyName ?? resource.title,
    where: resource.place([]),
    warmupSeconds: value.EstimatedInstanceWarmup ?? limits.warmupSeconds,
    isEnabled: value.Enabled,
  };
  if (value.PolicyType === 'TargetTrackingScaling') return readTracking(resource, { value, base }, context);
  if (value.PolicyType === 'StepScaling') return readStep(resource, { value, base }, context);
  if (value.PolicyType === 'SimpleScaling') return readSimple(resource, { value, base }, context);
  refusePredictive(resource, context);
  return undefined;
}

interface Read {
  readonly value: PolicyValue;
  readonly base: Base;
}

/** Fields of each type; all others of the list below are refused, as AWS does. */
const ownFields: Record<PolicyValue['PolicyType'], readonly (keyof PolicyValue)[]> = {
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

function refuseForeignFields(resource: Resource, value: PolicyValue, { findings }: PolicyContext): void {
  for (const field of typedFields) {
    const given = value[field];
    const isEmpty = given === undefined || (Array.isArray(given) && given.length === 0);
    if (isEmpty || ownFields[value.PolicyType].includes(field)) continue;
    refuseField(resource, findings, { path: [field], why: `A ${value.PolicyType} policy has no ${field}.` });
  }
}

function requireField(resource: Resource, field: string, { findings }: PolicyContext): undefined {
  findings.problem({
    code: 'missing-key',
    where: resource.place([]),
    what: `${resource.title}: \`${field}\` is missing`,
    why: 'A policy of this type needs it, and it has no default.',
    fix: `add ${field}; or set PolicyType, which is SimpleScaling when left out.`,
  });
  return undefined;
}

function readTracking(resource: Resource, { value, base }: Read, context: PolicyContext): TrackingPolicy | undefined {
  const { TargetTrackingConfiguration: tracking } = value;
  if (tracking === undefined) return requireField(resource, 'TargetTrackingConfiguration', context);
  const path = ['TargetTrackingConfiguration'];
  const metric = readTrackedMetric(tracking, { ...context, kind: 'ec2', resource, path });
  if (metric === undefined) return undefined;
  return {
    ...base,
    type: 'target-tracking',
    metric,
    target: tracking.TargetValue,
    canScaleIn: !tracking.DisableScaleIn,
    scaleOutCooldownSeconds: 0,
    scaleInCooldownSeconds: 0,
  };
}

function readStep(resource: Resource, { value, base }: Read, context: PolicyContext): StepPolicy | undefined {
  const { AdjustmentType, StepAdjustments, MinAdjustmentMagnitude } = value;
  const alarms = alarmsFor(resource, context, value.Enabled);
  if (StepAdjustments === undefined) return requireField(resource, 'StepAdjustments', context);
  if (AdjustmentType === undefined) return requireField(resource, 'AdjustmentType', context);
  return {
    ...base,
    type: 'step',
    adjustmentType: AdjustmentType,
    magnitudeMinCount: MinAdjustmentMagnitude,
    steps: stepsOf(StepAdjustments, { resource, path: ['StepAdjustments'], findings: context.findings }),
    cooldownSeconds: 0,
    alarms,
  };
}

function readSimple(resource: Resource, { value, base }: Read, context: PolicyContext): SimplePolicy | undefined {
  const { AdjustmentType, ScalingAdjustment, MinAdjustmentMagnitude, MinAdjustmentStep, Cooldown } = value;
  // One missing field is told, not an alarm that is missing for a policy of the wrong type.
  if (ScalingAdjustment === undefined) return requireField(resource, 'ScalingAdjustment', context);
  const alarms = alarmsFor(resource, context, value.Enabled);
  if (AdjustmentType === undefined) return requireField(resource, 'AdjustmentType', context);
  return {
    ...base,
    type: 'simple',
    adjustment: {
      type: AdjustmentType,
      amount: ScalingAdjustment,
      magnitudeMinCount: MinAdjustmentMagnitude ?? MinAdjustmentStep,
    },
    cooldownSeconds: Cooldown ?? context.limits.cooldownSeconds,
    alarms,
  };
}

/** Predictive scaling learns from days of history, which a run does not have. */
export function refusePredictive(resource: Resource, { findings }: PolicyContext): void {
  findings.problem({
    code: 'not-supported-yet',
    where: resource.place(['PolicyType']),
    what: `${resource.title}: predictive scaling is not simulated`,
    why: 'It forecasts from at least 24 hours of history, which a run does not have.',
    fix: 'leave the policy out of the document, and keep its dynamic policies.',
  });
}
