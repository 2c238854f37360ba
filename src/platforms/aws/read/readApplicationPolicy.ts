import { defaultCooldownSeconds } from '../algorithm/cooldown.js';
import type { ScalingPolicy, StepPolicy, TrackingPolicy } from '../model.js';
import { alarmsFor, type PolicyContext, refuseField, stepsOf } from './policyContext.js';
import { refusePredictive } from './readGroupPolicy.js';
import { readTrackedMetric } from './readMetric.js';
import type { Resource } from './resource.js';
import type { ResourceValue } from './schemas.js';

type PolicyValue = ResourceValue<'application-policy'>;

const trackingField = 'TargetTrackingScalingPolicyConfiguration';
const stepField = 'StepScalingPolicyConfiguration';

/** A policy of Application Auto Scaling; undefined when a problem was noted. */
export function readApplicationPolicy(resource: Resource, context: PolicyContext): ScalingPolicy | undefined {
  const value = context.findings.parse('application-policy', resource);
  if (value === undefined) return undefined;
  if (value.PolicyType === 'PredictiveScaling') {
    refusePredictive(resource, context);
    return undefined;
  }
  const isTracking = value.PolicyType === 'TargetTrackingScaling';
  const [own, other] = isTracking ? ([trackingField, stepField] as const) : ([stepField, trackingField] as const);
  if (value[other] !== undefined) {
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
  return isTracking ? readTracking(resource, value, context) : readStep(resource, value, context);
}

function baseOf(
  resource: Resource,
  { PolicyName }: PolicyValue,
): Pick<ScalingPolicy, 'name' | 'where' | 'warmupSeconds' | 'isEnabled'> {
  // The service waits by cooldowns; it knows no warm-up.
  return { name: PolicyName ?? resource.title, where: resource.place([]), warmupSeconds: 0, isEnabled: true };
}

/** The namespace as the policy says it, or as its resource id begins (`service/cluster/name` is ECS). */
function presetSeconds({ ServiceNamespace, ResourceId = '', ScalableDimension = '' }: PolicyValue): number {
  const namespace = ServiceNamespace ?? ScalableDimension.split(':')[0];
  return defaultCooldownSeconds(namespace === '' && !ResourceId.startsWith('table/') ? 'ecs' : namespace);
}

function readTracking(resource: Resource, value: PolicyValue, context: PolicyContext): TrackingPolicy | undefined {
  const { [trackingField]: tracking } = value;
  if (tracking === undefined) return undefined;
  const metric = readTrackedMetric(tracking, { ...context, kind: 'application', resource, path: [trackingField] });
  if (metric === undefined) return undefined;
  return {
    ...baseOf(resource, value),
    type: 'target-tracking',
    metric,
    target: tracking.TargetValue,
    canScaleIn: !tracking.DisableScaleIn,
    scaleOutCooldownSeconds: tracking.ScaleOutCooldown ?? presetSeconds(value),
    scaleInCooldownSeconds: tracking.ScaleInCooldown ?? presetSeconds(value),
  };
}

function readStep(resource: Resource, value: PolicyValue, context: PolicyContext): StepPolicy | undefined {
  const { [stepField]: step } = value;
  if (step === undefined) return undefined;
  return {
    ...baseOf(resource, value),
    type: 'step',
    adjustmentType: step.AdjustmentType,
    magnitudeMinCount: step.MinAdjustmentMagnitude,
    steps: stepsOf(step.StepAdjustments, {
      resource,
      path: [stepField, 'StepAdjustments'],
      findings: context.findings,
    }),
    cooldownSeconds: step.Cooldown ?? presetSeconds(value),
    alarms: alarmsFor(resource, context),
  };
}
