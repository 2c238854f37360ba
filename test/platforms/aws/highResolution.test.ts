import { describe, expect, it } from 'vitest';
import { alarm } from '../../support/alarm.js';
import { changes, cpuOf, readOne, runSeries } from './series.js';

const ecs = { ServiceNamespace: 'ecs', ResourceId: 'service/a/b', ScalableDimension: 'ecs:service:DesiredCount' };
const target = { ...ecs, MinCapacity: 1, MaxCapacity: 40 };
const tracking = (metric: string, PolicyName = metric) => ({
  ...ecs,
  PolicyName,
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: 50,
    PredefinedMetricSpecification: { PredefinedMetricType: metric },
  },
});
const fast = 'ECSServiceAverageCPUUtilizationHighResolution';
const slow = 'ECSServiceAverageCPUUtilization';
/** 20 s a step: calm for two minutes, then a jump, then calm again after ten minutes. */
const load = cpuOf((step) => (step < 6 || step > 30 ? 1.9 : 4));
const steps = { minutes: 120, stepSeconds: 20, initialCount: 4, metrics: load } as const;

describe('a metric of 20 s', () => {
  it('scales out after three of its datapoints, where a minute metric waits for three of a minute', () => {
    const [[first]] = changes(runSeries(readOne([tracking(fast), target]), steps));
    const [[later]] = changes(runSeries(readOne([tracking(slow), target]), steps));
    expect(first).toBe(8);
    // Its first high datapoint is that of step 6, the last 20 s of a minute.
    expect(later).toBe(12);
  });

  it('scales in after a quarter of an hour of them, as the other does', () => {
    const ticks = runSeries(readOne([tracking(fast), target]), steps);
    const shrunk = changes(ticks).find(([, desired]) => desired < 8);
    expect(shrunk?.[0]).toBe(31 + 45 - 1);
  });

  it('beside a minute metric acts on each datapoint once', () => {
    const ticks = runSeries(readOne([tracking(fast), tracking(slow), target]), { ...steps, minutes: 30 });
    const out = changes(ticks);
    expect(out[0][0]).toBe(8);
    // What the slow one said a minute ago is not carried out a second time while nothing of it is new.
    expect(out.every(([, desired]) => desired <= 8)).toBe(true);
  });

  it('says how often it reads, and comes by a feed of its own', () => {
    const manifest = readOne([tracking(fast), tracking(slow), target]);
    expect(manifest.explain().join(' ')).toContain('after 3 datapoints of 20 s above 50 %');
    expect(manifest.feeds.map(({ timing }) => timing.scrapeSeconds)).toEqual([20, 60]);
    expect(manifest.definition.every).toBe('20s');
  });
});

describe('an alarm of 10, 20 or 30 s', () => {
  const step = {
    ...ecs,
    PolicyName: 'move',
    PolicyType: 'StepScaling',
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity',
      Cooldown: 600,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
    },
  };

  it.each([10, 20, 30])('fires after its periods of %i s', (Period) => {
    const own = { ...alarm, Period, EvaluationPeriods: 3, Threshold: 80 };
    const manifest = readOne([step, target, own]);
    const high = cpuOf((index) => (index < 5 ? 1 : 4));
    const ticks = runSeries(manifest, { minutes: 20, stepSeconds: Period, initialCount: 4, metrics: high });
    expect(changes(ticks)).toEqual([[7, 6]]);
    expect(manifest.explain()[0]).toContain(`Acts every ${Period} s while`);
  });

  it('of another length is refused, as CloudWatch does', () => {
    expect(() => readOne([step, target, { ...alarm, Period: 15 }])).toThrow(/10, 20, 30 and multiples of 60/);
  });
});
