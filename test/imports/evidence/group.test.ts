import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/imports/evidence/evidence.js';
import { instanceType } from '../../../src/platforms/aws/instanceTypes.js';
import { evidenceOf } from './evidenceOf.js';

const json = (value: unknown) => JSON.stringify(value, undefined, 2);
const group = {
  AutoScalingGroupName: 'shop',
  MinSize: 3,
  MaxSize: 30,
  DefaultInstanceWarmup: 90,
  HealthCheckGracePeriod: 120,
};
const tracking = {
  AutoScalingGroupName: 'shop',
  PolicyName: 'cpu-60',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: {
    PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    TargetValue: 60,
  },
};
const groupsOf = (evidence: readonly Evidence[]) =>
  evidence.flatMap((one) => (one.kind === 'scaling-group' ? [one] : []));
const manifestsOf = (evidence: readonly Evidence[]) =>
  evidence.flatMap((one) =>
    one.kind === 'manifests' ? one.manifests.map(({ manifest }) => ({ file: one.file, manifest })) : [],
  );

const terraformState = {
  format_version: '1.0',
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_launch_template.web',
          mode: 'managed',
          type: 'aws_launch_template',
          values: { id: 'lt-1', name: 'web', instance_type: 'm6i.xlarge' },
        },
        {
          address: 'aws_launch_template.old',
          mode: 'managed',
          type: 'aws_launch_template',
          values: { id: 'lt-2', name: 'old', instance_type: 't3.micro' },
        },
        {
          address: 'aws_autoscaling_group.web',
          mode: 'managed',
          type: 'aws_autoscaling_group',
          values: {
            name: 'shop',
            min_size: 3,
            max_size: 30,
            default_cooldown: 200,
            default_instance_warmup: 90,
            launch_template: [{ id: 'lt-1', name: 'web', version: '1' }],
          },
        },
        {
          address: 'aws_autoscaling_policy.cpu',
          mode: 'managed',
          type: 'aws_autoscaling_policy',
          values: {
            name: 'cpu-60',
            autoscaling_group_name: 'shop',
            policy_type: 'TargetTrackingScaling',
            target_tracking_configuration: [
              {
                target_value: 60,
                predefined_metric_specification: [{ predefined_metric_type: 'ASGAverageCPUUtilization' }],
              },
            ],
          },
        },
      ],
    },
  },
};

const template = `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Size: { Type: String, Default: c7g.2xlarge }
  Ceiling: { Type: Number }
Resources:
  Launch: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { InstanceType: !Ref Size } } }
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: shop
      MinSize: '3'
      MaxSize: !Ref Ceiling
      Cooldown: '200'
      DefaultInstanceWarmup: 90
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber }
  Policy:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties:
      AutoScalingGroupName: !Ref Group
      PolicyType: TargetTrackingScaling
      TargetTrackingConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification: { PredefinedMetricType: ASGAverageCPUUtilization }
`;

describe('a scaling group', () => {
  const described = {
    ...group,
    Instances: [{ InstanceId: 'i-1', InstanceType: 'c6i.large' }],
    DefaultCooldown: 200,
    AvailabilityZones: ['eu-west-1a'],
  };
  const forms: [name: string, file: string, text: string, type: string, vcpus: number, maxCount: number | null][] = [
    ['describe-auto-scaling-groups', 'asg.json', json({ AutoScalingGroups: [described] }), 'c6i.large', 2, 30],
    ['terraform show -json', 'state.json', json(terraformState), 'm6i.xlarge', 4, 30],
    ['CloudFormation, which leaves the maximum open', 'stack.yaml', template, 'c7g.2xlarge', 8, null],
  ];
  it.each(forms)('is read from %s', async (_name, file, text, type, vcpus, maxCount) => {
    const { evidence, problems } = await evidenceOf({ [file]: text });
    expect(problems).toEqual([]);
    expect(groupsOf(evidence)).toMatchObject([
      {
        unit: 'ec2',
        name: 'shop',
        minCount: 3,
        maxCount,
        warmupSeconds: 90,
        cooldownSeconds: 200,
        instance: { types: [type], vcpus, usdPerHour: instanceType(type)?.usdPerHour },
      },
    ]);
  });

  it('gives its policies bounds and warm-up, in whatever files they stand', async () => {
    const together = await evidenceOf({ 'all.json': json([group, tracking]) });
    const apart = await evidenceOf({ 'policy.json': json(tracking), 'asg.json': json({ AutoScalingGroups: [group] }) });
    for (const { evidence, problems } of [together, apart]) {
      expect(problems).toEqual([]);
      const [{ manifest }, ...others] = manifestsOf(evidence);
      expect(others).toEqual([]);
      expect(manifest).toMatchObject({
        target: 'shop',
        bounds: { minCount: 3, maxCount: 30 },
        hasBounds: true,
        open: [],
      });
      expect(manifest.explain().join(' ')).toContain('90 s');
    }
    expect(manifestsOf(apart.evidence)[0].file).toMatch(/policy\.json$/);
  });

  it('has policies of several files as one autoscaler, with the alarms of a third', async () => {
    const step = (name: string, adjustment: number) => ({
      AutoScalingGroupName: 'shop',
      PolicyName: name,
      PolicyARN: `arn:aws:autoscaling:x:1:scalingPolicy:${name}`,
      PolicyType: 'StepScaling',
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: [
        adjustment > 0
          ? { MetricIntervalLowerBound: 0, ScalingAdjustment: adjustment }
          : { MetricIntervalUpperBound: 0, ScalingAdjustment: adjustment },
      ],
    });
    const alarm = (name: string, ComparisonOperator: string, Threshold: number) => ({
      AlarmName: `alarm-${name}`,
      AlarmActions: [`arn:aws:autoscaling:x:1:scalingPolicy:${name}`],
      MetricName: 'CPUUtilization',
      Namespace: 'AWS/EC2',
      Statistic: 'Average',
      Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'shop' }],
      Period: 60,
      EvaluationPeriods: 2,
      ComparisonOperator,
      Threshold,
    });
    const { evidence, problems } = await evidenceOf({
      'up.json': json(step('up', 2)),
      'down.json': json(step('down', -1)),
      'alarms.json': json({
        MetricAlarms: [alarm('up', 'GreaterThanThreshold', 70), alarm('down', 'LessThanThreshold', 30)],
      }),
      'asg.json': json({ AutoScalingGroups: [group] }),
    });
    expect(problems).toEqual([]);
    const found = manifestsOf(evidence);
    expect(found).toHaveLength(1);
    expect(found[0].manifest.targets).toHaveLength(2);
    expect(found[0].manifest.hasBounds).toBe(true);
  });

  it('in a module of a plan finds its launch template through the configuration, for no id is known yet', async () => {
    const resource = (type: string, name: string, values: object) => ({
      address: `module.web.${type}.${name}`,
      mode: 'managed',
      type,
      name,
      values,
    });
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          child_modules: [
            {
              resources: [
                resource('aws_launch_template', 'a', { instance_type: 'c7g.xlarge' }),
                resource('aws_launch_template', 'b', { instance_type: 't3.micro' }),
                resource('aws_autoscaling_group', 'this', {
                  min_size: 2,
                  max_size: 12,
                  launch_template: [{ version: '$Latest' }],
                }),
              ],
            },
          ],
        },
      },
      configuration: {
        root_module: {
          module_calls: {
            web: {
              module: {
                resources: [
                  {
                    address: 'aws_autoscaling_group.this',
                    expressions: {
                      launch_template: [{ id: { references: ['aws_launch_template.a.id', 'aws_launch_template.a'] } }],
                    },
                  },
                ],
              },
            },
          },
        },
      },
    };
    const { evidence } = await evidenceOf({ 'plan.json': json(plan) });
    expect(groupsOf(evidence)).toMatchObject([
      { minCount: 2, maxCount: 12, instance: { types: ['c7g.xlarge'], vcpus: 4 } },
    ]);
  });

  it('may be a service of ECS on Fargate', async () => {
    const state = {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            {
              address: 'aws_ecs_task_definition.shop',
              type: 'aws_ecs_task_definition',
              values: { family: 'shop', cpu: '512', memory: '1024', requires_compatibilities: ['FARGATE'] },
            },
            {
              address: 'aws_ecs_service.shop',
              type: 'aws_ecs_service',
              values: {
                name: 'shop',
                desired_count: 4,
                task_definition: 'shop:3',
                health_check_grace_period_seconds: 30,
              },
            },
            {
              address: 'aws_appautoscaling_target.shop',
              type: 'aws_appautoscaling_target',
              values: {
                service_namespace: 'ecs',
                resource_id: 'service/prod/shop',
                scalable_dimension: 'ecs:service:DesiredCount',
                min_capacity: 2,
                max_capacity: 40,
              },
            },
          ],
        },
      },
    };
    const { evidence, warnings } = await evidenceOf({ 'state.json': json(state) });
    expect(evidence).toMatchObject([
      {
        kind: 'scaling-group',
        unit: 'ecs',
        name: 'shop',
        minCount: 2,
        maxCount: 40,
        desiredCount: 4,
        healthCheckGraceSeconds: 30,
        instance: { vcpus: 0.5, memoryBytes: 2 ** 30 },
      },
    ]);
    expect(groupsOf(evidence)[0].instance.usdPerHour).toBeCloseTo(0.024685, 9);
    expect(warnings).toEqual([]);
  });

  it('says what it does not know, and guesses none of it', async () => {
    const rare = { ...group, Instances: [{ InstanceType: 'u-6tb1.metal' }] };
    const mixed = {
      ...group,
      AutoScalingGroupName: 'b',
      MixedInstancesPolicy: {
        LaunchTemplate: { Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'm6i.large' }] },
      },
    };
    const abroad = {
      ...group,
      AutoScalingGroupName: 'c',
      Instances: [{ InstanceType: 'm5.large' }],
      AvailabilityZones: ['ap-southeast-2b'],
    };
    const { evidence, warnings } = await evidenceOf({ 'asg.json': json({ AutoScalingGroups: [rare, mixed, abroad] }) });
    expect(warnings).toEqual([
      'warn asg.json u-6tb1.metal is not in the table of instance types; assumed no size and no price',
      'warn asg.json b mixes m5.large, m6i.large; assumed every instance is a m5.large',
      'warn asg.json c is in ap-southeast-2; the table has prices of us-east-1; assumed those, which differ by some percent',
    ]);
    expect(groupsOf(evidence)[0].instance).toMatchObject({
      vcpus: null,
      usdPerHour: null,
      priceSource: 'price not in the table',
    });
    const open = await evidenceOf({ 'stack.yaml': template });
    expect(open.warnings[0]).toMatch(/shop: MaxSize is \$\{Ceiling\}, which the template does not say/);
  });

  const plan = (type: string) =>
    json({ format_version: '1.2', values: { root_module: { resources: [{ address: 'x.y', type, values: {} }] } } });
  const refused: [name: string, file: string, text: string, code: string][] = [
    ['a plan without a group', 'plan.json', plan('aws_instance'), 'no-group'],
    ['a page of several', 'asg.json', json({ AutoScalingGroups: [group], NextToken: 'more' }), 'next-page'],
    [
      'a template that is cut off',
      'stack.json',
      json({ AWSTemplateFormatVersion: '2010-09-09' }).slice(0, -2),
      'bad-yaml',
    ],
    ['a minimum above the maximum', 'all.json', json([{ ...group, MinSize: 40 }, tracking]), 'min-exceeds-max'],
  ];
  it.each(refused)('is refused in %s', async (_name, file, text, code) => {
    const { problems } = await evidenceOf({ [file]: text });
    expect(problems.map((problem) => [problem.code, problem.where.file?.endsWith(file)])).toContainEqual([code, true]);
  });

  it('of another platform in a plan is told, not overlooked', async () => {
    const { problems } = await evidenceOf({ 'plan.json': plan('google_compute_autoscaler') });
    expect(problems).toMatchObject([{ code: 'no-group', what: /google_compute_autoscaler is an autoscaler/ }]);
    const both = structuredClone(terraformState);
    both.values.root_module.resources.push({
      address: 'g.a',
      mode: 'managed',
      type: 'google_compute_autoscaler',
      values: { id: 'a', name: 'a', instance_type: '' },
    });
    expect((await evidenceOf({ 'plan.json': json(both) })).warnings[0]).toMatch(
      /google_compute_autoscaler is an autoscaler of a platform that is not read/,
    );
  });
});

describe('the table of instance types', () => {
  // From the AWS Price List (us-east-1, Linux, on demand).
  const known: [name: string, vcpus: number, gib: number, usd: number][] = [
    ['t3.medium', 2, 4, 0.0416],
    ['m5.large', 2, 8, 0.096],
    ['m6i.4xlarge', 16, 64, 0.768],
    ['m7g.medium', 1, 4, 0.0408],
    ['c5.9xlarge', 36, 72, 1.53],
    ['c6i.xlarge', 4, 8, 0.17],
    ['r5.2xlarge', 8, 64, 0.504],
  ];
  it.each(known)('has %s', (name, vcpus, gib, usd) => {
    expect(instanceType(name)).toEqual({ vcpus, memoryBytes: gib * 2 ** 30, usdPerHour: usd });
  });

  it.each(['m5.9xlarge', 'm5.medium', 'm5', 'm5.', 'x9.large', 'toString.large', 'm5.2x', ''])(
    'does not make up "%s"',
    (name) => {
      expect(instanceType(name)).toBeUndefined();
    },
  );
});
