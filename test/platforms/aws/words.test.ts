import { describe, expect, it } from 'vitest';
import type { ServiceFacts } from '../../../src/platforms/platform.js';
import { alarm } from '../../support/alarm.js';
import { readOne } from './series.js';

const group = { AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 40, DefaultInstanceWarmup: 120 };
const tracking = (more: object = {}, metric = 'ASGAverageCPUUtilization') => ({
  AutoScalingGroupName: 'web',
  PolicyName: 'track',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: {
    TargetValue: 60,
    PredefinedMetricSpecification: { PredefinedMetricType: metric },
    ...more,
  },
});
const low = { ...alarm, AlarmName: 'low', Threshold: 30, ComparisonOperator: 'LessThanThreshold' };
const step = {
  AutoScalingGroupName: 'web',
  PolicyName: 'move',
  PolicyType: 'StepScaling',
  AdjustmentType: 'ChangeInCapacity',
  StepAdjustments: [
    { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 1 },
    { MetricIntervalLowerBound: 10, ScalingAdjustment: 3 },
  ],
};
const shrink = { ...step, StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }] };
const simple = {
  AutoScalingGroupName: 'web',
  PolicyName: 'move',
  AdjustmentType: 'ChangeInCapacity',
  ScalingAdjustment: 1,
  Cooldown: 180,
};
const ecs = { ServiceNamespace: 'ecs', ResourceId: 'service/a/b', ScalableDimension: 'ecs:service:DesiredCount' };
const ecsPolicy = {
  ...ecs,
  PolicyName: 'track',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: 60,
    ScaleOutCooldown: 30,
    PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageMemoryUtilization' },
  },
};
const ecsTarget = { ...ecs, MinCapacity: 1, MaxCapacity: 9 };

const service: ServiceFacts = {
  name: 'web',
  hasCentralQueue: false,
  vcpus: 2,
  cpuRequest: undefined,
  memoryBytes: undefined,
  memoryRequestBytes: undefined,
  concurrency: 8,
  minCount: 1,
  maxCount: 50,
  startupMeanSeconds: 90,
  telemetry: { loss: 0, metrics: {} },
  metrics: ['cpu_utilization', 'request_rate', 'in_flight'],
};

describe('explain', () => {
  it.each([
    [[tracking(), group], 'Scales out after 3 minutes above 60 %'],
    [[tracking(), group], 'ceil(capacity x metric / 60)'],
    [[tracking(), group], 'Scales in after 15 minutes below 54 %'],
    [[tracking(), group], 'for 120 s after it is ready (warm-up)'],
    [[tracking(), group], 'Keeps 2 to 40 instances.'],
    [[tracking(), group], 'basic monitoring there is one in 5 minutes'],
    [[tracking({ DisableScaleIn: true }), group], 'Never scales in'],
    [[tracking()], "the scenario's min and max hold"],
    [[step, alarm, group], 'CPUUtilization > 70 % in 3 of 3 periods of 1m, without a cooldown'],
    [[step, alarm, group], '70 to 80 %: +1 instance; from 80 %: +3 instances'],
    [[shrink, low, group], 'up to 30 %: -1 instance.'],
    [[simple, alarm, group], 'drops all alarms until the change is complete and 3m more have passed'],
    [[ecsPolicy, ecsTarget], 'within the last 30s counts as coming, and a scale-in blocks the next for 5m'],
    [[tracking(), step, alarm, group], 'the largest capacity wins'],
  ])('of %j says "%s"', (documents, words) => {
    expect(readOne(documents).explain().join('\n')).toContain(words);
  });
});

describe('lint', () => {
  it.each([
    ['a fixed size', [tracking(), { ...group, MinSize: 40 }], 'fixed-size', 'warning'],
    ['a group that never shrinks', [tracking({ DisableScaleIn: true }), group], 'never-shrinks', 'warning'],
    ['steps that only add', [step, alarm, group], 'never-shrinks', 'warning'],
    ['a target above what CPU can show', [tracking({ TargetValue: 120 }), group], 'target-too-high', 'error'],
    ['a target close to it', [tracking({ TargetValue: 95 }), group], 'target-too-high', 'warning'],
    ['a warm-up below the startup', [tracking(), { ...group, DefaultInstanceWarmup: 60 }], 'warmup-short', 'warning'],
    ['a cooldown below the startup', [ecsPolicy, ecsTarget], 'warmup-short', 'warning'],
    ['simple scaling', [simple, alarm, group], 'simple-scaling', 'warning'],
    ['a slow alarm', [step, { ...alarm, Period: 300, EvaluationPeriods: 1 }, group], 'slow-alarm', 'warning'],
    ['two ways in', [tracking(), shrink, low, group], 'two-ways-in', 'warning'],
    ['a minimum of 0', [tracking(), { ...group, MinSize: 0 }], 'stuck-at-zero', 'warning'],
    [
      'a total as target',
      [
        tracking({
          PredefinedMetricSpecification: undefined,
          CustomizedMetricSpecification: { MetricName: 'queue_depth' },
        }),
        group,
      ],
      'not-a-utilization',
      'warning',
    ],
  ])('finds %s', (_name, documents, code, level) => {
    const found = readOne(documents)
      .lint(service)
      .filter((lint) => lint.code === code);
    expect(found.map((lint) => lint.level)).toEqual([level]);
    expect(found[0].where.line).toBeGreaterThan(0);
  });

  it('has nothing to say of a plain group', () => {
    expect(readOne([tracking(), group]).lint(service)).toEqual([]);
    expect(readOne([tracking(), group]).lint()).toEqual([]);
  });
});

describe('steps that miss their alarm', () => {
  const at = (sign: string, Threshold: number) => ({ ...alarm, ComparisonOperator: sign, Threshold });
  const stepsOf = (...StepAdjustments: object[]) => ({ ...step, StepAdjustments });
  const from = (bound: number) => ({ MetricIntervalLowerBound: bound, ScalingAdjustment: 1 });
  const to = (bound: number) => ({ MetricIntervalUpperBound: bound, ScalingAdjustment: -1 });

  it.each([
    ['above, from the threshold', at('GreaterThanThreshold', 70), [from(0)], undefined],
    ['above, from beyond it', at('GreaterThanThreshold', 70), [from(10)], 'warning'],
    ['above, from beyond what CPU can show', at('GreaterThanThreshold', 70), [from(40)], 'error'],
    ['above, up to the threshold', at('GreaterThanOrEqualToThreshold', 70), [to(0)], 'error'],
    ['below, down from the threshold', at('LessThanThreshold', 30), [to(0)], undefined],
    ['below, down from under it', at('LessThanThreshold', 30), [to(-10)], 'warning'],
    ['below, from the threshold up', at('LessThanThreshold', 30), [from(0)], 'error'],
    ['below, from the threshold up, itself included', at('LessThanOrEqualToThreshold', 30), [from(0)], 'error'],
    ['below, from beneath nothing', at('LessThanThreshold', 30), [to(-40)], 'error'],
    ['both sides of it', at('LessThanThreshold', 30), [to(0), from(0)], undefined],
  ])('%s', (_name, own, steps, level) => {
    const found = readOne([stepsOf(...steps), own, group])
      .lint()
      .filter(({ code }) => code === 'steps-miss');
    expect(found.map((lint) => lint.level)).toEqual(level === undefined ? [] : [level]);
  });

  it('is told of no breach that the algorithm would answer, and of each range that it would not', () => {
    for (const { level, what } of readOne([stepsOf(from(10)), at('GreaterThanThreshold', 70), group]).lint()) {
      if (level === 'warning' && what.includes('no step holds')) expect(what).toContain('from 70 % to 80 %');
    }
  });
});

describe('an alarm that cannot do its work', () => {
  it.each([
    ['never fires above what CPU shows', { ...alarm, Threshold: 100 }, 'alarm-never-fires'],
    ['never fires below 0', { ...low, Threshold: 0 }, 'alarm-never-fires'],
    ['looks more often than AWS publishes', { ...alarm, Namespace: 'AWS/EC2', Period: 10 }, 'period-short'],
  ])('%s', (_name, own, code) => {
    expect(
      readOne([step, own, group])
        .lint()
        .map((lint) => lint.code),
    ).toContain(code);
  });

  it('leaves a policy that others may call a warning', () => {
    const found = readOne([step, group])
      .lint()
      .filter(({ code }) => code === 'policy-without-alarm');
    expect(found.map(({ level }) => level)).toEqual(['warning']);
  });
});

describe('check', () => {
  it('names a metric that the service does not have, and those it has', () => {
    const problems = readOne([ecsPolicy, ecsTarget]).check(service);
    expect(problems.map(({ code }) => code)).toEqual(['metric-missing']);
    expect(problems[0].fix).toContain('memory size');
    expect(problems[0].fix).toContain('request_rate');
  });

  it('wants bounds that meet those of the scenario', () => {
    const problems = readOne([tracking(), { ...group, MinSize: 51, MaxSize: 60 }]).check(service);
    expect(problems.map(({ code }) => code)).toEqual(['bounds-apart']);
  });

  it('passes what can run', () => {
    expect(readOne([tracking(), group]).check(service)).toEqual([]);
    expect(readOne([tracking()]).check(service)).toEqual([]);
  });
});
