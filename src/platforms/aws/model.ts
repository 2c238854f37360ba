import type { Place } from '../../base/problem.js';
import type { Adjustment } from './algorithm/adjustment.js';
import type { AlarmRule } from './algorithm/alarm.js';
import type { StepAdjustment } from './algorithm/stepAdjustments.js';
import type { CloudWatchMetric } from './cloudWatchMetrics.js';

/**
 * What every form of manifest becomes: one group, its policies, and the alarms that call them.
 *
 * `ec2` is an Auto Scaling group (warm-up, simple scaling's cooldown); `application` is a scalable target of Application
 * Auto Scaling, such as an ECS service (cooldowns).
 */
export interface ScalingModel {
  readonly kind: 'ec2' | 'application';
  /** The first policy's name; a manifest of several is told apart by it too. */
  readonly name: string;
  /** The group or scalable target, as far as the manifest says. */
  readonly target: string | undefined;
  readonly bounds: { readonly minCount: number; readonly maxCount: number };
  readonly hasBounds: boolean;
  /** Where the bounds stand, or the first policy. */
  readonly where: Place;
  /** At least one. */
  readonly policies: readonly ScalingPolicy[];
}

export type ScalingPolicy = TrackingPolicy | StepPolicy | SimplePolicy;

interface PolicyBase {
  readonly name: string;
  readonly where: Place;
  /** EC2: how long a new instance is left out; 0 in Application Auto Scaling. */
  readonly warmupSeconds: number;
  /** False: the policy exists and never acts. */
  readonly isEnabled: boolean;
}

export interface TrackingPolicy extends PolicyBase {
  readonly type: 'target-tracking';
  readonly metric: CloudWatchMetric;
  /** In the metric's unit. */
  readonly target: number;
  readonly canScaleIn: boolean;
  /** Application Auto Scaling only; 0 on EC2. */
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
}

export interface StepPolicy extends PolicyBase {
  readonly type: 'step';
  readonly adjustmentType: Adjustment['type'];
  readonly magnitudeMinCount: number | undefined;
  readonly steps: readonly StepAdjustment[];
  /** Application Auto Scaling only; 0 on EC2. */
  readonly cooldownSeconds: number;
  readonly alarms: readonly Alarm[];
}

export interface SimplePolicy extends PolicyBase {
  readonly type: 'simple';
  readonly adjustment: Adjustment;
  readonly cooldownSeconds: number;
  readonly alarms: readonly Alarm[];
}

export const comparisons = {
  GreaterThanOrEqualToThreshold: { sign: '>=', isAbove: true, holds: (value: number, bound: number) => value >= bound },
  GreaterThanThreshold: { sign: '>', isAbove: true, holds: (value: number, bound: number) => value > bound },
  LessThanThreshold: { sign: '<', isAbove: false, holds: (value: number, bound: number) => value < bound },
  LessThanOrEqualToThreshold: { sign: '<=', isAbove: false, holds: (value: number, bound: number) => value <= bound },
} as const;

/** A CloudWatch alarm that calls a step or simple scaling policy. */
export interface Alarm {
  readonly name: string;
  readonly where: Place;
  readonly metric: CloudWatchMetric;
  readonly comparison: keyof typeof comparisons;
  readonly threshold: number;
  /** A whole number of minutes. */
  readonly periodSeconds: number;
  readonly statistic: Statistic;
  readonly evaluationCount: number;
  readonly datapointsCount: number;
  readonly treatMissing: AlarmRule['treatMissing'];
}

/** How the minutes of a period become its datapoint. */
export type Statistic = 'Average' | 'Minimum' | 'Maximum' | 'Sum';

/** Alarms of a policy; target tracking makes its own. */
export function alarmsOf(policy: ScalingPolicy): readonly Alarm[] {
  return policy.type === 'target-tracking' ? [] : policy.alarms;
}

/** Every metric that the policies and alarms read, once each by its label. */
export function metricsOf(model: ScalingModel): { readonly metric: CloudWatchMetric; readonly where: Place }[] {
  const uses = model.policies.flatMap((policy) =>
    policy.type === 'target-tracking' ? [policy] : policy.alarms.map(({ metric, where }) => ({ metric, where })),
  );
  return uses.filter(({ metric }, index) => uses.findIndex((use) => use.metric.label === metric.label) === index);
}
