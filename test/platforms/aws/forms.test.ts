import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError, problemLines } from '../../../src/base/problem.js';
import { awsAutoScaling } from '../../../src/platforms/aws/awsAutoScaling.js';
import type { Manifest } from '../../../src/platforms/platform.js';
import { caseCounts } from '../../support/sampled.js';
import { cpuOf, readAll, readOne, runSeries } from './series.js';

/** One group three times: a target on CPU that only adds, and a step policy with two alarms' worth of removal. */
const commandLine = [
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'grow',
    PolicyType: 'TargetTrackingScaling',
    EstimatedInstanceWarmup: 120,
    TargetTrackingConfiguration: {
      TargetValue: 60,
      DisableScaleIn: true,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  },
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'shrink',
    PolicyType: 'StepScaling',
    AdjustmentType: 'PercentChangeInCapacity',
    MinAdjustmentMagnitude: 1,
    StepAdjustments: [
      { MetricIntervalLowerBound: -20, MetricIntervalUpperBound: 0, ScalingAdjustment: -10 },
      { MetricIntervalUpperBound: -20, ScalingAdjustment: -30 },
    ],
  },
  { AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 20, DefaultCooldown: 200, DefaultInstanceWarmup: 240 },
  {
    AlarmName: 'low',
    AlarmActions: ['arn:aws:autoscaling:eu-west-1:1:scalingPolicy:9:autoScalingGroupName/web:policyName/shrink'],
    MetricName: 'CPUUtilization',
    Namespace: 'AWS/EC2',
    Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'web' }],
    Statistic: 'Average',
    Period: 120,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 35,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'notBreaching',
  },
];

const cloudFormation = {
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: { Target: { Type: 'Number', Default: '60' }, Name: { Type: 'String', Default: 'shrink' } },
  Resources: {
    Group: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        MinSize: '2',
        MaxSize: '20',
        Cooldown: '200',
        DefaultInstanceWarmup: 240,
        VPCZoneIdentifier: ['subnet-1'],
      },
    },
    Topic: { Type: 'AWS::SNS::Topic' },
    Grow: {
      Type: 'AWS::AutoScaling::ScalingPolicy',
      Properties: {
        AutoScalingGroupName: { Ref: 'Group' },
        PolicyType: 'TargetTrackingScaling',
        EstimatedInstanceWarmup: '120',
        TargetTrackingConfiguration: {
          TargetValue: { Ref: 'Target' },
          DisableScaleIn: 'true',
          PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
        },
      },
    },
    Shrink: {
      Type: 'AWS::AutoScaling::ScalingPolicy',
      Properties: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
        PolicyName: { 'Fn::Sub': '${Name}-by-step' },
        AutoScalingGroupName: { Ref: 'Group' },
        PolicyType: 'StepScaling',
        AdjustmentType: 'PercentChangeInCapacity',
        MinAdjustmentMagnitude: 1,
        StepAdjustments: [
          { MetricIntervalLowerBound: '-20', MetricIntervalUpperBound: '0', ScalingAdjustment: -10 },
          { MetricIntervalUpperBound: '-20', ScalingAdjustment: -30 },
        ],
      },
    },
    Low: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        AlarmActions: [{ Ref: 'Topic' }, { Ref: 'Shrink' }],
        MetricName: 'CPUUtilization',
        Namespace: 'AWS/EC2',
        Dimensions: [{ Name: 'AutoScalingGroupName', Value: { Ref: 'Group' } }],
        Statistic: 'Average',
        Period: 120,
        EvaluationPeriods: 3,
        DatapointsToAlarm: 2,
        Threshold: 35,
        ComparisonOperator: 'LessThanThreshold',
        TreatMissingData: 'notBreaching',
      },
    },
  },
};

const groupValues = {
  name: 'web',
  min_size: 2,
  max_size: 20,
  default_cooldown: 200,
  default_instance_warmup: 240,
  arn: null,
  load_balancers: [],
  force_delete: false,
};
const growValues = {
  name: 'grow',
  autoscaling_group_name: 'web',
  policy_type: 'TargetTrackingScaling',
  adjustment_type: '',
  cooldown: 0,
  enabled: true,
  estimated_instance_warmup: 120,
  step_adjustment: [],
  target_tracking_configuration: [
    {
      target_value: 60,
      disable_scale_in: true,
      customized_metric_specification: [],
      predefined_metric_specification: [{ predefined_metric_type: 'ASGAverageCPUUtilization', resource_label: '' }],
    },
  ],
};
const shrinkValues = {
  name: 'shrink',
  autoscaling_group_name: 'web',
  policy_type: 'StepScaling',
  adjustment_type: 'PercentChangeInCapacity',
  min_adjustment_magnitude: 1,
  scaling_adjustment: null,
  step_adjustment: [
    { metric_interval_lower_bound: '-20', metric_interval_upper_bound: '0', scaling_adjustment: -10 },
    { metric_interval_lower_bound: '', metric_interval_upper_bound: '-20', scaling_adjustment: -30 },
  ],
  target_tracking_configuration: [],
};
const lowValues = {
  alarm_name: 'low',
  comparison_operator: 'LessThanThreshold',
  evaluation_periods: 3,
  datapoints_to_alarm: 2,
  metric_name: 'CPUUtilization',
  namespace: 'AWS/EC2',
  dimensions: { AutoScalingGroupName: 'web' },
  period: 120,
  statistic: 'Average',
  threshold: 35,
  treat_missing_data: 'notBreaching',
  actions_enabled: true,
  metric_query: [],
  insufficient_data_actions: null,
};
const managed = (type: string, name: string, values: object, prefix = '') => ({
  address: `${prefix}${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values,
});

/** A plan: the alarm's actions are known only through the configuration. */
const terraformPlan = {
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: {
    root_module: {
      resources: [managed('aws_autoscaling_group', 'web', groupValues)],
      child_modules: [
        {
          address: 'module.scaling',
          resources: [
            managed('aws_autoscaling_policy', 'grow', growValues, 'module.scaling.'),
            managed('aws_autoscaling_policy', 'shrink', shrinkValues, 'module.scaling.'),
            managed('aws_cloudwatch_metric_alarm', 'low', lowValues, 'module.scaling.'),
          ],
        },
      ],
    },
  },
  configuration: {
    root_module: {
      module_calls: {
        scaling: {
          module: {
            resources: [
              {
                address: 'aws_cloudwatch_metric_alarm.low',
                expressions: {
                  alarm_actions: { references: ['aws_autoscaling_policy.shrink.arn', 'aws_autoscaling_policy.shrink'] },
                },
              },
            ],
          },
        },
      },
    },
  },
};

/** A state: everything is known. */
const arn = 'arn:aws:autoscaling:eu-west-1:1:scalingPolicy:9:autoScalingGroupName/web:policyName/shrink';
const terraformState = {
  format_version: '1.0',
  values: {
    root_module: {
      resources: [
        managed('aws_autoscaling_group', 'web', groupValues),
        managed('aws_autoscaling_policy', 'grow', growValues),
        managed('aws_autoscaling_policy', 'shrink', { ...shrinkValues, arn }),
        managed('aws_cloudwatch_metric_alarm', 'low', { ...lowValues, alarm_actions: [arn] }),
      ],
    },
  },
};

const described = {
  ScalingPolicies: [
    {
      ...commandLine[0],
      PolicyARN: 'arn:1',
      Alarms: [{ AlarmName: 'x', AlarmARN: 'y' }],
      StepAdjustments: [],
      Enabled: true,
    },
    { ...commandLine[1], PolicyARN: arn, Alarms: [], Enabled: true },
  ],
  AutoScalingGroups: [
    {
      ...commandLine[2],
      Instances: [],
      AvailabilityZones: ['a'],
      CreatedTime: 'x',
      HealthCheckType: 'EC2',
      HealthCheckGracePeriod: 300,
      TerminationPolicies: ['Default'],
      SuspendedProcesses: [],
    },
  ],
  MetricAlarms: [{ ...commandLine[3], AlarmArn: 'z', StateValue: 'OK', AlarmConfigurationUpdatedTimestamp: 'x' }],
};

const forms = { commandLine, described, cloudFormation, terraformPlan, terraformState };
const load = cpuOf((minute) => (minute < 10 ? 4 : minute < 25 ? 9 : 2));

function decisions(manifest: Manifest): number[] {
  return runSeries(manifest, { minutes: 60, startupSeconds: 40, metrics: load }).map(({ desired }) => desired);
}

describe('each form of manifest', () => {
  const expected = decisions(readOne(commandLine));

  it('has a series that tells: it grows and shrinks', () => {
    expect(Math.max(...expected)).toBeGreaterThan(8);
    expect(expected.at(-1)).toBeLessThan(8);
  });

  it.each(Object.entries(forms))('decides the same: %s', (_name, document) => {
    const manifest = readOne(document);
    expect(decisions(manifest)).toEqual(expected);
    expect(manifest.bounds).toEqual({ minCount: 2, maxCount: 20 });
    expect(manifest.warnings).toEqual([]);
  });

  it('may be YAML', () => {
    const yaml = `
Resources:
  Scale:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties:
      AutoScalingGroupName: { Ref: Missing }
      PolicyType: TargetTrackingScaling
      TargetTrackingConfiguration:
        TargetValue: 55
        PredefinedMetricSpecification: { PredefinedMetricType: ASGAverageCPUUtilization }
`;
    expect(readOne(yaml).name).toBe('Scale');
    expect(readOne(yaml.replace('{ Ref: Missing }', '!Ref Missing')).explain()).toEqual(readOne(yaml).explain());
    expect(() => readOne(yaml.replace('{ Ref: Missing }', '!Reff Missing'))).toThrow(/did you mean !Ref\?/);
  });

  it('may be the file of --target-tracking-configuration', () => {
    const manifest = readOne({
      TargetValue: 40,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    });
    expect(manifest.explain()[0]).toContain('above 40 %');
    expect(manifest.bounds).toEqual({ minCount: 0, maxCount: Number.MAX_SAFE_INTEGER });
    expect(manifest.warnings.map(({ code }) => code)).toEqual(['no-bounds']);
  });

  it('may be an ECS service in CloudFormation and in Terraform', () => {
    const properties = {
      PolicyName: 'cpu',
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: { Ref: 'Target' },
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 50,
        ScaleInCooldown: 120,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      },
    };
    const template = {
      Resources: {
        Target: {
          Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
          Properties: {
            MinCapacity: 2,
            MaxCapacity: 12,
            ResourceId: { 'Fn::Join': ['/', ['service', { Ref: 'Cluster' }, { 'Fn::GetAtt': ['Service', 'Name'] }]] },
            ScalableDimension: 'ecs:service:DesiredCount',
            ServiceNamespace: 'ecs',
          },
        },
        Policy: { Type: 'AWS::ApplicationAutoScaling::ScalingPolicy', Properties: properties },
      },
    };
    const target = {
      min_capacity: 2,
      max_capacity: 12,
      resource_id: 'service/a/b',
      scalable_dimension: 'ecs:service:DesiredCount',
      service_namespace: 'ecs',
    };
    const policy = {
      name: 'cpu',
      policy_type: 'TargetTrackingScaling',
      resource_id: 'service/a/b',
      scalable_dimension: 'ecs:service:DesiredCount',
      service_namespace: 'ecs',
      step_scaling_policy_configuration: [],
      target_tracking_scaling_policy_configuration: [
        {
          target_value: 50,
          scale_in_cooldown: 120,
          scale_out_cooldown: null,
          disable_scale_in: false,
          predefined_metric_specification: [{ predefined_metric_type: 'ECSServiceAverageCPUUtilization' }],
        },
      ],
    };
    const state = {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            managed('aws_appautoscaling_target', 'web', target),
            managed('aws_appautoscaling_policy', 'cpu', policy),
          ],
        },
      },
    };
    const manifests = [readOne(template), readOne(state)];
    for (const manifest of manifests) expect(manifest.bounds).toEqual({ minCount: 2, maxCount: 12 });
    expect(decisions(manifests[0])).toEqual(decisions(manifests[1]));
    expect(manifests[0].explain()).toEqual(manifests[1].explain());
  });
});

describe('recognition', () => {
  it.each([
    ['nothing', null],
    ['text', 'PolicyType'],
    ['an empty map', {}],
    ['an empty list', []],
    ['a Kubernetes object', { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' }],
    ['a template without policies', { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } }],
    ['a group alone', { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 2 }],
    ['a Terraform state without policies', { format_version: '1.0', values: { root_module: {} } }],
    ['policies that are none', { ScalingPolicies: [] }],
    ['inherited names', { Resources: { A: { Type: 'constructor' } } }],
  ])('leaves %s to others', (_name, document) => {
    expect(awsAutoScaling.recognises(document)).toBe(false);
  });

  it.each(Object.entries(forms))('knows %s', (_name, document) => {
    expect(awsAutoScaling.recognises(document)).toBe(true);
  });
});

/** The codes and texts of what is wrong with a document, or keeps it from running. */
function problemsOf(document: unknown): string[] {
  try {
    return readAll(document).flatMap(({ open = [] }) => open.map((one) => problemLines(one).join('\n')));
  } catch (thrown) {
    return (thrown as ProblemError).problems.map((one) => problemLines(one).join('\n'));
  }
}

const [grow, shrink, group, low] = commandLine;
const tracking = grow.TargetTrackingConfiguration;

describe('mistakes', () => {
  it.each([
    ['an unknown key', [{ ...grow, PolicyNme: 'x' }], 'unknown-key', 'did you mean PolicyName?'],
    [
      'an unknown key within',
      [{ ...grow, TargetTrackingConfiguration: { ...tracking, DisableScalein: true } }],
      'unknown-key',
      'did you mean DisableScaleIn?',
    ],
    [
      'an unknown key of a step',
      [{ ...shrink, StepAdjustments: [{ MetricIntervalUperBound: 0, ScalingAdjustment: 1 }] }, low],
      'unknown-key',
      'MetricIntervalUpperBound',
    ],
    ['an unknown field of a group', [grow, { ...group, MinSizes: 1 }], 'unknown-key', 'did you mean MinSize?'],
    ['a field of another type', [{ ...grow, Cooldown: 3 }], 'wrong-type-of-policy', '`Cooldown`'],
    ['text for a number', [{ ...grow, EstimatedInstanceWarmup: '120' }], 'wrong-type', '"120" (string)'],
    [
      'a target of 0',
      [{ ...grow, TargetTrackingConfiguration: { ...tracking, TargetValue: 0 } }],
      'out-of-range',
      'must be > 0',
    ],
    [
      'no target',
      [
        {
          ...grow,
          TargetTrackingConfiguration: { PredefinedMetricSpecification: tracking?.PredefinedMetricSpecification },
        },
      ],
      'missing-key',
      'TargetValue',
    ],
    ['no metric', [{ ...grow, TargetTrackingConfiguration: { TargetValue: 50 } }], 'one-metric', 'no metric'],
    [
      'no configuration',
      [{ AutoScalingGroupName: 'web', PolicyType: 'TargetTrackingScaling' }],
      'missing-key',
      'TargetTrackingConfiguration',
    ],
    ['an unknown policy type', [{ ...grow, PolicyType: 'TargetTraking' }], 'unknown-value', 'TargetTrackingScaling'],
    [
      'an unknown predefined metric',
      [
        {
          ...grow,
          TargetTrackingConfiguration: {
            TargetValue: 50,
            PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCpuUtilisation' },
          },
        },
      ],
      'unknown-metric',
      'did you mean ASGAverageCPUUtilization?',
    ],
    [
      'an unknown custom metric',
      [
        {
          ...grow,
          TargetTrackingConfiguration: { TargetValue: 50, CustomizedMetricSpecification: { MetricName: 'Backlog' } },
        },
      ],
      'unknown-metric',
      '--metric Backlog=',
    ],
    [
      'metric math',
      [
        {
          ...grow,
          TargetTrackingConfiguration: {
            TargetValue: 50,
            CustomizedMetricSpecification: { Metrics: [{ Id: 'e', Expression: 'm1/m2' }] },
          },
        },
      ],
      'unknown-metric',
      '--metric e=',
    ],
    ['a step policy without an alarm', [shrink, group], 'policy-without-alarm', 'AlarmActions'],
    ['a disabled alarm', [shrink, { ...low, ActionsEnabled: false }], 'policy-without-alarm', 'no alarm'],
    [
      'a gap in the steps',
      [
        {
          ...shrink,
          StepAdjustments: [
            { MetricIntervalLowerBound: -20, MetricIntervalUpperBound: 0, ScalingAdjustment: -1 },
            { MetricIntervalUpperBound: -25, ScalingAdjustment: -2 },
          ],
        },
        low,
      ],
      'bad-steps',
      'no step covers a breach from -25 to -20',
    ],
    [
      'an overlap of the steps',
      [
        {
          ...shrink,
          StepAdjustments: [
            { MetricIntervalLowerBound: -20, MetricIntervalUpperBound: 0, ScalingAdjustment: -1 },
            { MetricIntervalUpperBound: -10, ScalingAdjustment: -2 },
          ],
        },
        low,
      ],
      'bad-steps',
      'overlap',
    ],
    ['more datapoints than periods', [shrink, { ...low, DatapointsToAlarm: 4 }], 'bad-alarm', 'DatapointsToAlarm is 4'],
    ['a period that is none', [shrink, { ...low, Period: 90 }], 'bad-alarm', 'write 120.'],
    [
      'too long a look back',
      [shrink, { ...low, Period: 86_400, EvaluationPeriods: 8, DatapointsToAlarm: 1 }],
      'bad-alarm',
      'seven days',
    ],
    ['an alarm without a threshold', [shrink, { ...low, Threshold: undefined }], 'bad-alarm', '`Threshold` is missing'],
    [
      'the Sum of a utilization',
      [shrink, { ...low, Statistic: 'Sum' }],
      'unknown-metric',
      'The Sum of CPUUtilization depends',
    ],
    ['a minimum above the maximum', [grow, { ...group, MinSize: 30 }], 'min-exceeds-max', 'minimum is 30'],
    ['one name twice', [grow, grow], 'double-policy', '"grow"'],
    [
      'predictive scaling',
      [
        {
          AutoScalingGroupName: 'web',
          PolicyType: 'PredictiveScaling',
          PredictiveScalingConfiguration: { Mode: 'ForecastAndScale' },
        },
      ],
      'not-supported-yet',
      '24 hours',
    ],
    ['something else in the list', [grow, { Colour: 'red' }], 'unknown-element', 'no scaling policy'],
    ['an unknown list', { ...described, ScalingPolicy: [] }, 'unknown-key', 'ScalingPolicies'],
    [
      'an unresolved function',
      {
        Resources: {
          P: {
            Type: 'AWS::AutoScaling::ScalingPolicy',
            Properties: {
              PolicyType: 'TargetTrackingScaling',
              TargetTrackingConfiguration: { ...tracking, TargetValue: { 'Fn::ImportValue': 'x' } },
            },
          },
        },
      },
      'open-value',
      'TargetValue is Fn::ImportValue x',
    ],
  ])('are told: %s', (_name, document, code, words) => {
    const problems = problemsOf(document).filter((problem) => problem.includes(`[${code}]`));
    expect(problems.join('\n')).toContain(words);
    for (const problem of problems) expect(problem).toMatch(/^policy\.json:\d+:\d+/);
  });

  it('are all told at once, in the order of the file', () => {
    const problems = problemsOf([
      { ...grow, PolicyNme: 'x', EstimatedInstanceWarmup: -1 },
      { ...low, Periods: 3 },
    ]);
    expect(problems.map((problem) => /\[(.*)\]/.exec(problem)?.[1])).toEqual([
      'out-of-range',
      'unknown-key',
      'unknown-key',
    ]);
  });

  it('stand at their place in Terraform and CloudFormation', () => {
    const plan = structuredClone(terraformState);
    Object.assign(plan.values.root_module.resources[2].values, {
      step_adjustment: [{ metric_interval_lower_bound: 'low', scaling_adjustment: 1 }],
    });
    const line = JSON.stringify(plan, null, 2)
      .split('\n')
      .findIndex((text) => text.includes('"low",') && text.includes('lower_bound'));
    expect(problemsOf(plan)[0]).toMatch(new RegExp(`^policy\\.json:${line + 1}:`));
    const template = structuredClone(cloudFormation);
    Object.assign(template.Resources.Group.Properties, { Cooldown: 'long' });
    const cooldownLine = JSON.stringify(template, null, 2)
      .split('\n')
      .findIndex((text) => text.includes('"Cooldown"'));
    expect(problemsOf(template)[0]).toMatch(new RegExp(`^policy\\.json:${cooldownLine + 1}:`));
  });
});

describe('several groups in a document', () => {
  const api = { ...grow, AutoScalingGroupName: 'api', PolicyName: 'b' };

  it('are a manifest each, with the bounds and alarms of its own', () => {
    const all = readAll([grow, shrink, group, low, api, { ...group, AutoScalingGroupName: 'api', MaxSize: 5 }]);
    expect(all.map(({ target, bounds }) => [target, bounds.maxCount])).toEqual([
      ['web', 20],
      ['api', 5],
    ]);
    expect(all[0].explain().join(' ')).toContain('shrink: Acts every minute while CPUUtilization < 35 %');
    expect(all[1].explain().join(' ')).not.toContain('shrink');
  });

  it('tell two dimensions of one table apart', () => {
    const of = (kind: string) => ({
      ServiceNamespace: 'dynamodb',
      ResourceId: 'table/carts',
      ScalableDimension: `dynamodb:table:${kind}CapacityUnits`,
    });
    const policy = (kind: string) => ({
      ...of(kind),
      PolicyName: kind,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 70,
        PredefinedMetricSpecification: { PredefinedMetricType: `DynamoDB${kind}CapacityUtilization` },
      },
    });
    const all = readAll([
      policy('Read'),
      policy('Write'),
      { ...of('Read'), MinCapacity: 5, MaxCapacity: 50 },
      { ...of('Write'), MinCapacity: 1, MaxCapacity: 10 },
    ]);
    expect(all.map((manifest) => manifest.explain().find((sentence) => sentence.startsWith('Keeps')))).toEqual([
      'Keeps 5 to 50 read capacity units.',
      'Keeps 1 to 10 write capacity units.',
    ]);
    // No cooldown: DynamoDB's default is 0.
    expect(all[0].explain().join(' ')).toContain('within the last 0s');
    expect(all.flatMap((manifest) => manifest.lint().map(({ code }) => code))).not.toContain('shared-target');
  });
});

describe('fields that are not simulated', () => {
  it.each([
    ['NewInstancesProtectedFromScaleIn', [grow, { ...group, NewInstancesProtectedFromScaleIn: true }], 'not removed'],
    ['LifecycleHookSpecificationList', [grow, { ...group, LifecycleHookSpecificationList: [{}] }], 'startup and drain'],
    ['Statistic', [shrink, { ...low, Statistic: 'Maximum' }], 'over instances and samples'],
    ['OKActions', [shrink, { ...low, OKActions: ['shrink'] }], 'in that state too'],
    ['Enabled', [{ ...grow, Enabled: false }], 'never acts'],
    [
      'PredefinedMetricType',
      [
        {
          ...grow,
          TargetTrackingConfiguration: {
            TargetValue: 1e6,
            PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageNetworkIn' },
          },
        },
      ],
      'not told apart',
    ],
  ])('are warnings that name the effect: %s', (field, documents, words) => {
    const warnings = readOne(documents).warnings.filter(({ code }) => code === 'not-simulated');
    expect(warnings).toHaveLength(1);
    expect(warnings[0].what).toContain(field);
    expect(warnings[0].why).toContain(words);
    expect(warnings[0].where.line).toBeGreaterThan(1);
  });

  it('include attributes of Terraform that nobody here knows', () => {
    const state = structuredClone(terraformState);
    Object.assign(state.values.root_module.resources[1].values, { brand_new: 3 });
    expect(readOne(state).warnings.map(({ what }) => what)).toEqual([
      'aws_autoscaling_policy.grow: `brand_new` is not read',
    ]);
  });

  it('include alarms that call no policy', () => {
    const paging = { ...low, AlarmName: 'page', AlarmActions: ['arn:aws:sns:eu-west-1:1:pager'] };
    expect(readOne([shrink, group, low, paging]).warnings.map(({ code }) => code)).toEqual(['alarm-without-policy']);
  });
});

describe('metrics by name', () => {
  const custom = (MetricName: string) => [
    {
      ...grow,
      TargetTrackingConfiguration: {
        TargetValue: 10,
        CustomizedMetricSpecification: { MetricName, Namespace: 'shop', Statistic: 'Average' },
      },
    },
    group,
  ];

  it('are mapped by the command line', () => {
    const ticks = runSeries(readOne(custom('Backlog'), { Backlog: 'in_flight' }), {
      minutes: 3,
      metrics: () => ({ in_flight: 20 }),
    });
    expect(ticks[2].desired).toBe(8);
  });

  it('are ours when they have the same name', () => {
    expect(readOne(custom('queue_depth')).explain()[0]).toContain('queue_depth');
  });

  it('cannot be mapped to what no service has', () => {
    expect(() => readOne(custom('Backlog'), { Backlog: 'in_fligth' })).toThrow(/Did you mean "in_flight"/);
  });
});

describe('anything a user may type', () => {
  const places = Object.values(forms).flatMap((document) => pathsOf(document, []).map((path) => ({ document, path })));

  for (const { tags, numRuns } of caseCounts(80, 300))
    it('is read or refused with problems, and never ends in a stack trace', { tags }, () => {
      fc.assert(
        fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), ({ document, path }, value) => {
          const copy = structuredClone({ document });
          put(copy, ['document', ...path], value);
          if (!awsAutoScaling.recognises(copy.document)) return;
          try {
            for (const manifest of readAll(copy.document)) {
              manifest.lint();
              manifest.explain();
              runSeries(manifest, { minutes: 4, metrics: () => ({ cpu_utilization: 0.9 }) });
            }
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(ProblemError);
          }
        }),
        { numRuns },
      );
    });
});

function pathsOf(value: unknown, path: readonly string[]): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[...path], ...inner.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function put(root: object, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), root);
  Reflect.set(parent, path.at(-1) ?? '', value);
}
