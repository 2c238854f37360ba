import { type AcceptanceRow, rowsOf } from './row.js';

const group = { AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 20 };
const tracking = (configuration: object, fields: object = {}) => [
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'track',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: configuration,
    ...fields,
  },
  group,
];
const cpu = { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };
const custom = { CustomizedMetricSpecification: { MetricName: 'jobs', Namespace: 'shop', Statistic: 'Average' } };
const alarm = {
  AlarmName: 'high',
  AlarmActions: ['arn:aws:autoscaling:eu-west-1:1:scalingPolicy:9:autoScalingGroupName/web:policyName/steps'],
  MetricName: 'CPUUtilization',
  Namespace: 'AWS/EC2',
  Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'web' }],
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  Threshold: 70,
  ComparisonOperator: 'GreaterThanThreshold',
};
const steps = (StepAdjustments: object[], fields: object = {}, alarmFields: object = {}, groupFields: object = {}) => [
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'steps',
    PolicyType: 'StepScaling',
    AdjustmentType: 'ChangeInCapacity',
    StepAdjustments,
    ...fields,
  },
  { ...group, ...groupFields },
  { ...alarm, ...alarmFields },
];
const one = [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }];
const two = (upper: number, lower: number) => [
  { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: upper, ScalingAdjustment: 1 },
  { MetricIntervalLowerBound: lower, ScalingAdjustment: 3 },
];

const template = (policy: object, more: object = {}) => ({
  Parameters: { Target: { Type: 'Number', Default: 55 } },
  Conditions: { Eager: { 'Fn::Equals': ['no', 'yes'] } },
  Resources: {
    Web: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      Properties: {
        MinCapacity: 2,
        MaxCapacity: { 'Fn::If': ['Eager', 30, 8] },
        ResourceId: 'service/shop/web',
        ScalableDimension: 'ecs:service:DesiredCount',
        ServiceNamespace: 'ecs',
        ...more,
      },
    },
    Policy: {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: {
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        ScalingTargetId: { Ref: 'Web' },
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: { Ref: 'Target' },
          PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          ...policy,
        },
      },
    },
  },
});

const policies = 'Amazon EC2 Auto Scaling API Reference, PutScalingPolicy';
const configuration = 'Amazon EC2 Auto Scaling API Reference, TargetTrackingConfiguration';
const adjustments = 'Amazon EC2 Auto Scaling User Guide, Step and simple scaling policies: step adjustments';
const alarms = 'Amazon CloudWatch API Reference, PutMetricAlarm';

/** AWS: policies of an Auto Scaling group as `aws autoscaling put-scaling-policy` takes them, with their group and alarms. */
export const awsRows: readonly AcceptanceRow[] = [
  ...rowsOf(configuration, 'takes', {
    'a predefined metric': tracking({ ...cpu, TargetValue: 50 }),
    'a metric of the user': tracking({ ...custom, TargetValue: 10 }),
    'a target that only adds': tracking({ ...cpu, TargetValue: 50, DisableScaleIn: true }),
  }),
  ...rowsOf('AWS CloudFormation User Guide, Intrinsic functions and Conditions', 'takes', {
    'a parameter and a condition': template({}),
  }),
  ...rowsOf('AWS CloudFormation Template Reference, AWS::ApplicationAutoScaling', 'refuses', {
    'a target value that is no number': template({ TargetValue: 'half' }),
    'a minimum above the maximum of a scalable target': template({}, { MinCapacity: 9 }),
  }),
  ...rowsOf(configuration, 'refuses', {
    'no target value': tracking(cpu),
    'no metric': tracking({ TargetValue: 50 }),
    'two metrics': tracking({ ...cpu, ...custom, TargetValue: 50 }),
    'a predefined metric that is none': tracking({
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPU' },
    }),
  }),
  ...rowsOf(policies, 'takes', {
    'one step': steps(one),
    'a share of the group, at least two': steps(one, {
      AdjustmentType: 'PercentChangeInCapacity',
      MinAdjustmentMagnitude: 2,
    }),
    'an exact count': steps(one, { AdjustmentType: 'ExactCapacity' }),
    'a single adjustment': steps([], {
      PolicyType: 'SimpleScaling',
      StepAdjustments: undefined,
      ScalingAdjustment: 1,
      Cooldown: 300,
    }),
  }),
  ...rowsOf(policies, 'refuses', {
    'a policy type that is none': tracking({ ...cpu, TargetValue: 50 }, { PolicyType: 'TargetTracking' }),
    'no configuration': tracking({}, { TargetTrackingConfiguration: undefined }),
    'an adjustment type that is none': steps(one, { AdjustmentType: 'Change' }),
    'a negative warm-up': tracking({ ...cpu, TargetValue: 50 }, { EstimatedInstanceWarmup: -1 }),
  }),
  ...rowsOf(adjustments, 'takes', { 'two steps that meet': steps(two(10, 10)) }),
  ...rowsOf(adjustments, 'refuses', {
    'steps that overlap': steps(two(10, 5)),
    'steps with a gap': steps(two(10, 15)),
  }),
  ...rowsOf('Amazon EC2 Auto Scaling API Reference, CreateAutoScalingGroup', 'refuses', {
    'a minimum above the maximum': steps(one, {}, {}, { MinSize: 30 }),
  }),
  ...rowsOf(alarms, 'takes', {
    'two of three datapoints': steps(one, {}, { DatapointsToAlarm: 2 }),
    'a period of five minutes': steps(one, {}, { Period: 300 }),
  }),
  ...rowsOf(alarms, 'refuses', {
    'more datapoints than periods': steps(one, {}, { DatapointsToAlarm: 4 }),
    'a period of 90 seconds': steps(one, {}, { Period: 90 }),
    'a look back of eight days': steps(one, {}, { Period: 86_400, EvaluationPeriods: 8 }),
    'no threshold': steps(one, {}, { Threshold: undefined }),
  }),
];
