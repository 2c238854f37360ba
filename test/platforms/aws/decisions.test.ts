import { describe, expect, it } from 'vitest';
import { changes, cpuOf, readOne, runSeries, type SeriesOptions } from './series.js';

const group = {
  AutoScalingGroupName: 'web',
  MinSize: 2,
  MaxSize: 40,
  DefaultInstanceWarmup: 120,
  DefaultCooldown: 240,
};
const policy = { AutoScalingGroupName: 'web', PolicyName: 'cpu' };
const averageCpu = { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };
const tracking = {
  ...policy,
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: { TargetValue: 50, ...averageCpu },
};
const alarm = {
  AlarmName: 'cpu-high',
  AlarmActions: ['cpu'],
  MetricName: 'CPUUtilization',
  Namespace: 'AWS/EC2',
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 2,
  Threshold: 50,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};
const stepAdjustments = [
  { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 0 },
  { MetricIntervalLowerBound: 10, MetricIntervalUpperBound: 20, ScalingAdjustment: 10 },
  { MetricIntervalLowerBound: 20, ScalingAdjustment: 30 },
];
const step = {
  ...policy,
  PolicyType: 'StepScaling',
  AdjustmentType: 'PercentChangeInCapacity',
  StepAdjustments: stepAdjustments,
};
const simple = { ...policy, PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 };
const rulesOf = (documents: unknown, options: SeriesOptions) =>
  runSeries(readOne(documents), options).map(({ rule }) => rule);
const steady = (cpu: number) => () => ({ cpu_utilization: cpu });

describe('target tracking on EC2', () => {
  it('scales out at the third minute above the target and in at the fifteenth below 90 % of it', () => {
    const ticks = runSeries(readOne([tracking, group]), {
      minutes: 50,
      metrics: cpuOf((minute) => (minute < 6 ? 2 : minute < 25 ? 3 : 2)),
    });
    expect(changes(ticks)).toEqual([
      [8, 6],
      [39, 4],
    ]);
    expect(ticks[7]).toMatchObject({ rule: 'high alarm: 3 of 3 minutes above target' });
    expect(ticks[38]).toMatchObject({ rule: 'low alarm: 15 of 15 minutes below 90 % of target' });
  });

  it('says the same rule as long as it holds, and puts the numbers into the reason', () => {
    const ticks = runSeries(readOne([tracking, group]), {
      minutes: 3,
      metrics: (minute) => ({ cpu_utilization: 0.46 + minute / 100 }),
    });
    expect(ticks.map(({ rule }) => rule)).toEqual(Array(3).fill('inside the band'));
    expect(ticks[1].reason).toBe('ASGAverageCPUUtilization is 48 %, target 50');
  });

  it('leaves warming instances out of the base capacity, so the same overload asks for them once', () => {
    const options = { minutes: 8, startupSeconds: 30, metrics: steady(0.75) };
    const ticks = runSeries(readOne([tracking, group]), options);
    // 4 x 75 / 50 = 6 at minute 3; ready at 3m30s and warm at 5m30s: minute 6 is the first that starts from 6.
    expect(changes(ticks)).toEqual([
      [3, 6],
      [6, 9],
    ]);
    expect(ticks[4]).toMatchObject({ rule: 'high alarm, warm-up: what comes is enough' });
    expect(ticks[4].reason).toContain('until 5m30s');
  });

  it('leaves warming instances out of the metric when observations list instances', () => {
    const metrics = (_minute: number, ready: number) => ({ cpu_utilization: ready > 4 ? 0.2 : 0.9 });
    const ticks = runSeries(readOne([tracking, group]), { minutes: 6, startupSeconds: 30, metrics });
    expect(ticks[3].reason).toContain('is 20 %');
  });

  it('warms by the minute in which instances turned up, when observations do not list them', () => {
    const ticks = runSeries(readOne([tracking, group]), {
      minutes: 8,
      startupSeconds: 30,
      isListed: false,
      metrics: steady(0.75),
    });
    // Seen ready at minute 4 instead of 3m30s, so warm at minute 6.
    expect(changes(ticks)).toEqual([
      [3, 6],
      [6, 9],
    ]);
  });

  it('does not scale in while instances warm', () => {
    const slow = { ...group, DefaultInstanceWarmup: 1800 };
    const ticks = runSeries(readOne([tracking, slow]), {
      minutes: 40,
      metrics: (minute) => ({ cpu_utilization: minute < 4 ? 0.6 : 0.2 }),
    });
    expect(changes(ticks)).toEqual([
      [3, 5],
      [33, 2],
    ]);
    expect(ticks[30]).toMatchObject({ rule: 'low alarm, warm-up: no scale-in' });
  });

  it('never shrinks with DisableScaleIn', () => {
    const stuck = {
      ...tracking,
      TargetTrackingConfiguration: { ...tracking.TargetTrackingConfiguration, DisableScaleIn: true },
    };
    const ticks = runSeries(readOne([stuck, group]), { minutes: 60, metrics: steady(0.05) });
    expect(changes(ticks)).toEqual([]);
    expect(ticks[59].rule).toBe('low alarm, scale-in is disabled');
  });

  it('never reads missing data as low: nothing is removed from the first minute without it', () => {
    const ticks = runSeries(readOne([tracking, group]), {
      minutes: 40,
      metrics: (minute) => (minute > 14 ? undefined : { cpu_utilization: 0.1 }),
    });
    expect(changes(ticks)).toEqual([]);
    expect(ticks[14].rule).toBe('insufficient data');
    expect(ticks[39].rule).toBe('insufficient data');
  });

  it('works with a datapoint every 5 minutes, only later', () => {
    const sparse = (cpu: number) => (minute: number) => (minute % 5 === 0 ? { cpu_utilization: cpu } : undefined);
    expect(changes(runSeries(readOne([tracking, group]), { minutes: 30, metrics: sparse(0.75) })).at(0)).toEqual([
      12, 6,
    ]);
    expect(changes(runSeries(readOne([tracking, group]), { minutes: 30, metrics: sparse(0.2) })).at(0)).toEqual([
      19, 2,
    ]);
  });

  it('stops at the bounds of its group and says so', () => {
    const small = { ...group, MaxSize: 5 };
    const ticks = runSeries(readOne([tracking, small]), { minutes: 12, metrics: steady(0.9) });
    expect(changes(ticks)).toEqual([[3, 5]]);
    expect(ticks[11].rule).toBe('high alarm, at the maximum');
    const floor = runSeries(readOne([tracking, group]), { minutes: 30, metrics: steady(0.01) });
    expect(floor.at(-1)).toMatchObject({ desired: 2, rule: 'low alarm, at the minimum' });
  });

  it('brings a group outside of its bounds into them at once', () => {
    const ticks = runSeries(readOne([tracking, { ...group, MinSize: 6 }]), { minutes: 2, metrics: steady(0.48) });
    expect(changes(ticks)).toEqual([[1, 6]]);
    expect(ticks[0].rule).toBe("raised to the group's minimum");
  });

  it('asks again after a call that the provider threw away', () => {
    const ticks = runSeries(readOne([tracking, group]), {
      minutes: 5,
      grants: (minute) => minute > 3,
      metrics: cpuOf(() => 3),
    });
    expect(changes(ticks)).toEqual([
      [3, 6],
      [4, 6],
    ]);
  });

  it('tracks requests a minute of one instance', () => {
    const requests = {
      ...tracking,
      TargetTrackingConfiguration: {
        TargetValue: 600,
        PredefinedMetricSpecification: {
          PredefinedMetricType: 'ALBRequestCountPerTarget',
          ResourceLabel: 'app/x/1/targetgroup/y/2',
        },
      },
    };
    // 80 a second are 4800 a minute: 1200 for each of 4, 600 for each of 8.
    const ticks = runSeries(readOne([requests, group]), { minutes: 10, metrics: () => ({ request_rate: 80 }) });
    expect(changes(ticks)).toEqual([[3, 8]]);
  });

  it('evaluates once a minute, however often it is asked', () => {
    const { decide } = readOne([tracking, group]).definition;
    const observation = {
      service: 'web',
      instances: { desired: 4, ready: 4, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 9 },
      metrics: { cpu_utilization: 0.9 },
      resources: {},
      context: {},
      perInstance: [],
      history: () => [],
    };
    const state = {};
    const answers = [60, 75, 90, 105, 120].map((time) => decide({ ...observation, time }, { params: {}, state }));
    expect(answers.map((answer) => answer !== undefined)).toEqual([true, false, false, false, true]);
  });
});

describe('several target tracking policies', () => {
  const requests = {
    ...tracking,
    PolicyName: 'requests',
    TargetTrackingConfiguration: {
      TargetValue: 600,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' },
    },
  };

  it('scale out by the larger capacity', () => {
    const ticks = runSeries(readOne([tracking, requests, group]), {
      minutes: 3,
      metrics: () => ({ cpu_utilization: 0.6, request_rate: 80 }),
    });
    expect(changes(ticks)).toEqual([[3, 8]]);
    expect(ticks[2].rule).toBe('requests: high alarm: 3 of 3 minutes above target');
  });

  it.each([
    ['one is in its band', () => ({ cpu_utilization: 0.1, request_rate: 38 })],
    ['one has no data', () => ({ cpu_utilization: 0.1 })],
  ])('do not scale in while %s', (_name, metrics) => {
    const ticks = runSeries(readOne([tracking, requests, group]), { minutes: 30, metrics });
    expect(changes(ticks)).toEqual([]);
    expect(ticks[29].rule).toMatch(/^cpu: low alarm.*, other target tracking policies do not agree$/);
  });

  it('scale in to the larger capacity when all agree', () => {
    const ticks = runSeries(readOne([tracking, requests, group]), {
      minutes: 15,
      initialCount: 10,
      metrics: () => ({ cpu_utilization: 0.1, request_rate: 50 }),
    });
    expect(changes(ticks)).toEqual([[15, 5]]);
  });
});

describe('step scaling on EC2', () => {
  it('acts at each evaluation, from the warm capacity', () => {
    const cpus = [0.4, 0.62, 0.62, 0.62, 0.75, 0.75, 0.75];
    const ticks = runSeries(readOne([step, alarm, { ...group, DefaultInstanceWarmup: 300 }]), {
      minutes: 7,
      initialCount: 10,
      metrics: (minute) => ({ cpu_utilization: cpus[minute - 1] }),
    });
    // 10 + 10 % = 11 at the second minute above; the 30 % of 10 warm ones add 2 more.
    expect(changes(ticks)).toEqual([
      [3, 11],
      [5, 13],
    ]);
    expect(ticks.map(({ rule }) => rule)).toEqual([
      'alarm is OK',
      'alarm is OK',
      'step +10 %',
      'step +10 %, warm-up: what comes is enough',
      'step +30 %',
      'step +30 %, warm-up: what comes is enough',
      'step +30 %, warm-up: what comes is enough',
    ]);
  });

  it('does nothing without data, and holds while instances warm', () => {
    const low = { ...alarm, AlarmName: 'cpu-low', ComparisonOperator: 'LessThanOrEqualToThreshold', Threshold: 30 };
    const shrink = {
      ...step,
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
    };
    expect(rulesOf([shrink, low, group], { minutes: 2, metrics: () => undefined })).toEqual(
      Array(2).fill('insufficient data'),
    );
    const ticks = runSeries(readOne([shrink, low, { ...group, MinSize: 3 }]), { minutes: 4, metrics: steady(0.2) });
    expect(changes(ticks)).toEqual([[2, 3]]);
    expect(ticks[3].rule).toBe('step -1, at the minimum');
    const grow = {
      ...tracking,
      PolicyName: 'grow',
      TargetTrackingConfiguration: { TargetValue: 50, DisableScaleIn: true, ...averageCpu },
    };
    const both = runSeries(readOne([grow, shrink, low, { ...group, DefaultInstanceWarmup: 180 }]), {
      minutes: 7,
      metrics: (minute) => ({ cpu_utilization: minute < 4 ? 0.6 : 0.1 }),
    });
    expect(changes(both)).toEqual([
      [3, 5],
      [6, 4],
      [7, 3],
    ]);
    expect(both[4].rule).toBe('cpu: step -1, warm-up: no scale-in');
  });

  it('waits for whole periods of the alarm', () => {
    const slow = { ...alarm, Period: 300, EvaluationPeriods: 2 };
    const ticks = runSeries(readOne([step, slow, group]), {
      minutes: 20,
      initialCount: 10,
      metrics: (minute) => ({ cpu_utilization: minute < 4 ? 0.1 : 0.62 }),
    });
    // The first period averages 30.8 %, so those of minutes 6 to 15 are the first two above.
    expect(changes(ticks).at(0)).toEqual([15, 11]);
  });
});

describe('simple scaling', () => {
  it('drops alarms until the change is complete and the cooldown is over', () => {
    const ticks = runSeries(readOne([simple, alarm, group]), { minutes: 13, startupSeconds: 90, metrics: steady(0.9) });
    // +1 at minute 2, ready at 3m30s and seen at minute 4; 240 s later is minute 8.
    expect(changes(ticks)).toEqual([
      [2, 5],
      [8, 6],
    ]);
    expect(ticks[2]).toMatchObject({ rule: 'cooldown: the alarm is dropped' });
    expect(ticks[4].reason).toContain('until 8m');
  });

  it("takes the policy's own cooldown before the group's", () => {
    const ticks = runSeries(readOne([{ ...simple, Cooldown: 60 }, alarm, group]), { minutes: 6, metrics: steady(0.9) });
    // Complete when seen, a minute later; then 60 s.
    expect(changes(ticks)).toEqual([
      [2, 5],
      [4, 6],
      [6, 7],
    ]);
  });

  it('starts no cooldown when the provider threw the call away', () => {
    const ticks = runSeries(readOne([simple, alarm, group]), {
      minutes: 4,
      grants: (minute) => minute > 2,
      metrics: steady(0.9),
    });
    expect(changes(ticks)).toEqual([
      [2, 5],
      [3, 5],
    ]);
  });
});

describe('Application Auto Scaling', () => {
  const service = {
    ServiceNamespace: 'ecs',
    ResourceId: 'service/shop/web',
    ScalableDimension: 'ecs:service:DesiredCount',
  };
  const target = { ...service, MinCapacity: 1, MaxCapacity: 30 };
  const ecs = (more: object = {}) => ({
    ...service,
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      ...more,
    },
  });

  it('counts what the cooldown has added, and lets a larger scale-out through', () => {
    const ticks = runSeries(readOne([ecs(), target]), {
      minutes: 9,
      metrics: (minute) => ({ cpu_utilization: minute < 6 ? 0.75 : 1 }),
    });
    // 4 -> 6; still 75 % of 4 is 6; 100 % of 4 is 8; what came at minute 3 counts from minute 8 on: 6 x 2 is 12.
    expect(changes(ticks)).toEqual([
      [3, 6],
      [6, 8],
      [8, 12],
    ]);
    expect(ticks[3].rule).toBe('high alarm, scale-out cooldown: what came is enough');
  });

  it('blocks a second scale-in for its cooldown, 300 s for ECS', () => {
    const ticks = runSeries(readOne([ecs(), target]), { minutes: 26, initialCount: 8, metrics: steady(0.25) });
    expect(changes(ticks)).toEqual([
      [15, 4],
      [20, 2],
      [25, 1],
    ]);
    expect(ticks[15].rule).toBe('low alarm, scale-in cooldown');
  });

  it('takes the cooldowns of the policy', () => {
    const ticks = runSeries(readOne([ecs({ ScaleOutCooldown: 0, ScaleInCooldown: 60 }), target]), {
      minutes: 5,
      metrics: steady(0.75),
    });
    expect(changes(ticks)).toEqual([
      [3, 6],
      [4, 9],
      [5, 14],
    ]);
  });

  it('measures the CPU against the reservation where there is one', () => {
    const metrics = () => ({ cpu_utilization: 0.3, cpu_utilization_of_request: 0.6 });
    const ticks = runSeries(readOne([ecs(), target]), { minutes: 3, metrics });
    expect(changes(ticks)).toEqual([[3, 5]]);
  });

  it('steps from the capacity before its cooldown', () => {
    const stepped = {
      ...service,
      PolicyName: 'cpu',
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: {
        AdjustmentType: 'ChangeInCapacity',
        Cooldown: 120,
        StepAdjustments: [
          { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 2 },
          { MetricIntervalLowerBound: 20, ScalingAdjustment: 3 },
        ],
      },
    };
    const ticks = runSeries(readOne([stepped, alarm, target]), {
      minutes: 4,
      initialCount: 10,
      metrics: (minute) => ({ cpu_utilization: minute < 3 ? 0.6 : 0.8 }),
    });
    expect(changes(ticks)).toEqual([
      [2, 12],
      [3, 13],
      [4, 15],
    ]);
  });
});
