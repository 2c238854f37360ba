import type { Place } from '../../base/problem.js';
import type { Adjustment } from './algorithm/adjustment.js';
import type { AlarmRule } from './algorithm/alarm.js';
import type { CloudWatchMetric } from './cloudWatchMetrics.js';
import type { Amount, OpenValue } from './openValue.js';
import type { ScalableUnit } from './scalableDimensions.js';
/**
 * What every form of manifest becomes: one group, its policies, and the alarms that call them.
 *
 * `ec2` is an Auto Scaling group (warm-up, simple scaling's cooldown); `application` is a scalable target of Application
 * Auto Scaling, such as an ECS service (cooldowns). Number is `number` where all is known, and `Amount` in what has been read:
 * a template may leave numbers open.
 */
export interface ScalingModel<Number extends Amount = number> {
    readonly kind: 'ec2' | 'application';
    /** The first policy's name; a manifest of several is told apart by it too. */
    readonly name: string;
    /** The group or scalable target, as far as the manifest says. */
    readonly target: string | undefined;
    /** Whether its name is known; else a logical id or a parameter stands in it. */
    readonly isTargetNamed: boolean;
    readonly unit: ScalableUnit;
    readonly bounds: {
        readonly minCount: Number;
        readonly maxCount: Number;
    };
    readonly hasBounds: boolean;
    /** Where the bounds stand, or the first policy. */
    readonly where: Place;
    /** A condition that is open, on which the bounds depend. */
    readonly deployedIf: Exclude<Number, number> | undefined;
    /** At least one. */
    readonly policies: readonly ScalingPolicy<Number>[];
}
export type ScalingPolicy<Number extends Amount = number> = TrackingPolicy<Number> | StepPolicy<Number> | SimplePolicy<Number> | ForecastPolicy<Number>;
interface PolicyBase<Number extends Amount> {
    readonly name: string;
    readonly where: Place;
    /** EC2: how long a new instance is left out; 0 in Application Auto Scaling. */
    readonly warmupSeconds: Number;
    /** False: the policy exists and never acts. */
    readonly isEnabled: boolean;
    /** A condition that is open: without it the policy is not there. */
    readonly deployedIf: Exclude<Number, number> | undefined;
}
export interface TrackingPolicy<Number extends Amount = number> extends PolicyBase<Number> {
    readonly type: 'target-tracking';
    readonly metric: CloudWatchMetric;
    /** In the metric's unit. */
    readonly target: Number;
    readonly canScaleIn: boolean | Exclude<Number, number>;
    /** Application Auto Scaling only; 0 on EC2. */
    readonly scaleOutCooldownSeconds: Number;
    readonly scaleInCooldownSeconds: Number;
}
export interface StepPolicy<Number extends Amount = number> extends PolicyBase<Number> {
    readonly type: 'step';
    readonly adjustmentType: Adjustment['type'];
    readonly magnitudeMinCount: Number | undefined;
    readonly steps: readonly Step<Number>[];
    /** Application Auto Scaling only; 0 on EC2. */
    readonly cooldownSeconds: Number;
    readonly calls: Calls<Number>;
}
/** A step whose ends are relative to the threshold of the alarm; infinities where the manifest gives none. */
export interface Step<Number extends Amount = number> {
    readonly lower: Number;
    readonly upper: Number;
    readonly adjustment: Number;
}
export interface SimplePolicy<Number extends Amount = number> extends PolicyBase<Number> {
    readonly type: 'simple';
    readonly adjustment: {
        readonly type: Adjustment['type'];
        readonly amount: Number;
        readonly magnitudeMinCount: Number | undefined;
    };
    readonly cooldownSeconds: Number;
    readonly calls: Calls<Number>;
}
/** Predictive scaling, which is explained and not simulated. */
export interface ForecastPolicy<Number extends Amount = number> extends PolicyBase<Number> {
    readonly type: 'forecast';
    /** False of ForecastOnly, the default: it makes a forecast, and never scales. */
    readonly canScale: boolean;
}
/** What calls a step or simple scaling policy. */
export interface Calls<Number extends Amount = number> {
    readonly alarms: readonly Alarm<Number>[];
    /** Names of alarms that the policy's description lists, and the document does not hold. */
    readonly elsewhere: readonly string[];
}
export declare const comparisons: {
    readonly GreaterThanOrEqualToThreshold: {
        readonly sign: '>=';
        readonly isAbove: true;
        readonly holds: (value: number, bound: number) => boolean;
    };
    readonly GreaterThanThreshold: {
        readonly sign: '>';
        readonly isAbove: true;
        readonly holds: (value: number, bound: number) => boolean;
    };
    readonly LessThanThreshold: {
        readonly sign: '<';
        readonly isAbove: false;
        readonly holds: (value: number, bound: number) => boolean;
    };
    readonly LessThanOrEqualToThreshold: {
        readonly sign: '<=';
        readonly isAbove: false;
        readonly holds: (value: number, bound: number) => boolean;
    };
};
/** A CloudWatch alarm that calls a step or simple scaling policy. */
export interface Alarm<Number extends Amount = number> {
    readonly name: string;
    readonly where: Place;
    readonly metric: CloudWatchMetric;
    readonly comparison: keyof typeof comparisons;
    readonly threshold: Number;
    /** 10, 20, 30 or whole minutes. */
    readonly periodSeconds: Number;
    readonly statistic: Statistic;
    readonly evaluationCount: Number;
    readonly datapointsCount: Number;
    readonly treatMissing: AlarmRule['treatMissing'];
    readonly deployedIf: Exclude<Number, number> | undefined;
}
/** How the minutes of a period become its datapoint. */
export type Statistic = 'Average' | 'Minimum' | 'Maximum' | 'Sum';
/** Alarms of a policy; target tracking makes its own. */
export declare function alarmsOf<Number extends Amount>(policy: ScalingPolicy<Number>): readonly Alarm<Number>[];
/** Every metric that the policies and alarms read, once each by its label. */
export declare function metricsOf(model: ScalingModel<Amount>): {
    readonly metric: CloudWatchMetric;
    readonly where: Place;
}[];
/** The model with nothing open in it; undefined when something is. */
export declare function closedModel(model: ScalingModel<Amount>): ScalingModel | undefined;
/** Values that must be given before the model can run. */
export declare function openValues(model: ScalingModel<Amount>): readonly OpenValue[];
export {};
