import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentTypes, capacityChange, roundChange } from '../../../src/platforms/aws/algorithm/adjustment.js';
import { alarmState } from '../../../src/platforms/aws/algorithm/alarm.js';
import { capacityBeforeCooldown, defaultCooldownSeconds } from '../../../src/platforms/aws/algorithm/cooldown.js';
import { type Proposal, winningProposal } from '../../../src/platforms/aws/algorithm/severalPolicies.js';
import { blockedUntilSeconds } from '../../../src/platforms/aws/algorithm/simpleScaling.js';
import { findStep, type StepAdjustment, stepFaults } from '../../../src/platforms/aws/algorithm/stepAdjustments.js';
import { stepScaling } from '../../../src/platforms/aws/algorithm/stepScaling.js';
import { trackedCapacity, trackingAlarms } from '../../../src/platforms/aws/algorithm/targetTracking.js';
import { isWarm, scaledOutFromWarm } from '../../../src/platforms/aws/algorithm/warmup.js';

const count = fc.integer({ min: 0, max: 1000 });
const infinity = Number.POSITIVE_INFINITY;

describe('adjustments', () => {
  it.each([
    [12.7, 12],
    [-6.67, -6],
    [0.4, 1],
    [-0.4, -1],
    [1.4, 1],
    [-1, -1],
    [0, 0],
  ])('round a change of %d to %d', (change, rounded) => {
    expect(roundChange(change)).toBe(rounded);
  });

  it('move by the magnitude at least, in the direction of the percentage, and only then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: 1, max: 20 }),
        count,
        (amount, magnitude, capacity) => {
          const change = capacityChange(
            { type: 'PercentChangeInCapacity', amount, magnitudeMinCount: magnitude },
            capacity,
          );
          if (amount === 0) expect(Math.abs(change)).toBe(0);
          else expect(Math.sign(change) * Math.max(Math.abs(change), magnitude)).toBe(change);
          if (amount !== 0) expect(Math.sign(change)).toBe(Math.sign(amount));
        },
      ),
    );
  });

  it('leave the magnitude to percentages', () => {
    expect(capacityChange({ type: 'ChangeInCapacity', amount: 1, magnitudeMinCount: 5 }, 10)).toBe(1);
    expect(capacityChange({ type: 'ExactCapacity', amount: 9, magnitudeMinCount: 5 }, 10)).toBe(-1);
  });
});

/** Lists of steps that touch: from 0 outwards on one side, open at the far end. */
const steps = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 5 }), fc.boolean())
  .map(([cuts, isAbove]) => {
    const bounds = [0, ...cuts.sort((a, b) => a - b), infinity];
    const list = bounds.slice(1).map((upper, index): StepAdjustment => {
      const lower = bounds[index];
      return isAbove
        ? { lower, upper, adjustment: index + 1 }
        : { lower: 0 - upper, upper: 0 - lower, adjustment: -(index + 1) };
    });
    return { list, isAbove };
  });

describe('steps', () => {
  it('without gap, overlap or closed end are accepted in any order', () => {
    fc.assert(
      fc.property(steps, ({ list }) => {
        expect(stepFaults([...list].reverse())).toEqual([]);
      }),
    );
  });

  it('that are accepted hold exactly one step for each breach on the side of the alarm', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 200 }), ({ list, isAbove }, size) => {
        const breach = isAbove ? size : -size;
        const holding = list.filter((step) => findStep([step], { breach, isAbove }) !== undefined);
        expect(holding).toHaveLength(1);
        expect(findStep(list, { breach, isAbove })).toBe(holding[0]);
      }),
    );
  });

  it('with a gap or an overlap are refused', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(-0.5, 0.5), ({ list, isAbove }, shift) => {
        fc.pre(list.length > 1);
        const inner = isAbove ? 1 : 0;
        const moved = list.map((step, index) => (index === inner ? { ...step, lower: step.lower + shift } : step));
        expect(stepFaults(moved)).not.toEqual([]);
      }),
    );
  });

  it.each([
    ['none', [], 'there is no step'],
    [
      'two open ends on one side',
      [
        { lower: 0, upper: infinity, adjustment: 1 },
        { lower: 5, upper: infinity, adjustment: 2 },
      ],
      'overlap',
    ],
    ['a bound above its end', [{ lower: 5, upper: 5, adjustment: 1 }], 'not below'],
  ])('with %s are refused', (_name, list, words) => {
    expect(
      stepFaults(list)
        .map(({ what }) => what)
        .join(),
    ).toContain(words);
  });
});

describe('step scaling', () => {
  const threshold = 50;
  const input = { magnitudeMinCount: undefined, alarm: { threshold, isAbove: true } };

  it('never lowers the desired count on a scale-out, however few instances are warm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...adjustmentTypes),
        fc.integer({ min: -50, max: 200 }),
        count,
        count,
        (type, adjustment, warm, coming) => {
          const answer = stepScaling({
            ...input,
            adjustmentType: type,
            steps: [
              { lower: 0, upper: infinity, adjustment: type === 'ExactCapacity' ? Math.abs(adjustment) : adjustment },
            ],
            metric: 60,
            baseCount: warm,
            desired: warm + coming,
          });
          if (answer.direction === 'out') expect(answer.desired).toBeGreaterThanOrEqual(warm + coming);
          if (answer.direction === 'in') expect(answer.desired).toBeLessThan(warm + coming + 1);
          if (answer.direction === 'none') expect(answer.desired).toBe(warm + coming);
          expect(answer.desired).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('adds 2 more when the breach grows to the 30 % step while 1 of 11 warms', () => {
    const list = [
      { lower: 0, upper: 10, adjustment: 0 },
      { lower: 10, upper: 20, adjustment: 10 },
      { lower: 20, upper: infinity, adjustment: 30 },
    ];
    const answer = stepScaling({
      ...input,
      adjustmentType: 'PercentChangeInCapacity',
      steps: list,
      metric: 72,
      baseCount: 10,
      desired: 11,
    });
    expect(answer).toMatchObject({ desired: 13, direction: 'out', step: list[2] });
  });

  it('does nothing where no step holds', () => {
    const list = [{ lower: 0, upper: infinity, adjustment: 1 }];
    const answer = stepScaling({
      ...input,
      adjustmentType: 'ChangeInCapacity',
      steps: list,
      metric: 40,
      baseCount: 5,
      desired: 5,
    });
    expect(answer).toEqual({ desired: 5, direction: 'none', step: undefined });
  });
});

describe('warm-up', () => {
  it('adds the computed change to the warm capacity', () => {
    expect(scaledOutFromWarm({ warmCount: 4, desired: 4, change: 1 })).toBe(5);
    expect(scaledOutFromWarm({ warmCount: 4, desired: 5, change: 1 })).toBe(5);
    expect(scaledOutFromWarm({ warmCount: 4, desired: 5, change: 2 })).toBe(6);
  });

  it('lets the desired count only rise, and by no more than the change', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 100 }), (warmCount, comingCount, change) => {
        const desired = warmCount + comingCount;
        const next = scaledOutFromWarm({ warmCount, desired, change });
        expect(next).toBeGreaterThanOrEqual(desired);
        expect(next).toBeLessThanOrEqual(desired + change);
      }),
    );
  });

  it('ends when it is over, and those of the start are warm', () => {
    expect(isWarm(100, { seconds: 399, warmupSeconds: 300 })).toBe(false);
    expect(isWarm(100, { seconds: 400, warmupSeconds: 300 })).toBe(true);
    expect(isWarm(0, { seconds: 60, warmupSeconds: 300 })).toBe(true);
  });
});

describe('alarm', () => {
  // x breaching, . not, - missing, newest last
  it.each([
    ['xxx', 3, 'missing', 'alarm'],
    ['.xx', 3, 'missing', 'ok'],
    ['xx', 3, 'missing', 'ok'],
    ['---', 3, 'missing', 'insufficient-data'],
    ['', 3, 'missing', 'insufficient-data'],
    ['x--', 3, 'missing', 'alarm'],
    ['-x-', 3, 'missing', 'ok'],
    ['x-.', 3, 'missing', 'ok'],
    ['x.x', 2, 'missing', 'alarm'],
    ['x--', 2, 'missing', 'alarm'],
    ['--x', 2, 'missing', 'ok'],
    ['---', 3, 'breaching', 'alarm'],
    ['x--', 3, 'breaching', 'alarm'],
    ['.--', 3, 'breaching', 'ok'],
    ['xx-', 3, 'notBreaching', 'ok'],
    ['---', 3, 'notBreaching', 'ok'],
    ['---', 3, 'ignore', 'kept'],
    ['--x', 3, 'ignore', 'kept'],
    ['-.x', 3, 'ignore', 'ok'],
    ['xxx', 3, 'ignore', 'alarm'],
  ] as const)('over %s, %d of 3, missing treated as %s, is %s', (marks, datapointsCount, treatMissing, expected) => {
    const points = [...marks].map((mark) => (mark === '-' ? undefined : mark === 'x' ? 1 : 0));
    const rule = { evaluationCount: 3, datapointsCount, treatMissing, isBreaching: (value: number) => value === 1 };
    for (const previous of ['ok', 'alarm'] as const) {
      expect(alarmState(points, rule, previous)).toBe(expected === 'kept' ? previous : expected);
    }
  });

  it('looks at the newest periods alone', () => {
    const rule = {
      evaluationCount: 2,
      datapointsCount: 2,
      treatMissing: 'missing',
      isBreaching: (value: number) => value > 1,
    } as const;
    expect(alarmState([0, 2, 2], rule)).toBe('alarm');
    expect(alarmState([2, 2, 0], rule)).toBe('ok');
  });
});

describe('target tracking', () => {
  const target = fc.integer({ min: 1, max: 100 });

  it('finds the smallest capacity that brings the metric to its target or below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 1000 }),
        target,
        (capacity, metric, goal) => {
          const next = trackedCapacity({ capacity, metric, target: goal });
          expect(next * goal).toBeGreaterThanOrEqual(capacity * metric * (1 - 1e-9));
          if (next > 0) expect((next - 1) * goal).toBeLessThan(capacity * metric * (1 + 1e-9));
        },
      ),
    );
  });

  it('does not move at the target, whatever the fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (capacity, goal) => {
          expect(trackedCapacity({ capacity, metric: goal, target: goal })).toBe(capacity);
        },
      ),
    );
  });

  it('starts from nothing with one instance', () => {
    expect(trackedCapacity({ capacity: 0, metric: 60, target: 50 })).toBe(1);
    expect(trackedCapacity({ capacity: 0, metric: 40, target: 50 })).toBe(0);
  });

  it('never has both alarms, and neither without data', () => {
    const points = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), { maxLength: 20 });
    fc.assert(
      fc.property(points, target, (datapoints, goal) => {
        const { high, low } = trackingAlarms(datapoints, { target: goal });
        expect(high === 'alarm' && low === 'alarm').toBe(false);
        if (datapoints.every((value) => value === undefined))
          expect([high, low]).toEqual(Array(2).fill('insufficient-data'));
        const isOnceHigher = datapoints.slice(-15).some((value) => value !== undefined && value >= 0.9 * goal);
        if (isOnceHigher) expect(low).not.toBe('alarm');
      }),
    );
  });

  it('has a band from 90 % of the target to the target, bounds included', () => {
    expect(trackingAlarms(Array(15).fill(45), { target: 50 })).toEqual({ high: 'ok', low: 'ok' });
    expect(trackingAlarms(Array(15).fill(50), { target: 50 })).toEqual({ high: 'ok', low: 'ok' });
  });
});

describe('cooldowns', () => {
  const now = { seconds: 100, cooldownSeconds: 300 };

  it('counts what the running cooldown has added', () => {
    const additions = [{ seconds: 60, count: 2 }];
    expect(capacityBeforeCooldown(12, additions, now)).toBe(10);
    expect(capacityBeforeCooldown(12, additions, { ...now, seconds: 359 })).toBe(10);
    expect(capacityBeforeCooldown(12, additions, { ...now, seconds: 360 })).toBe(12);
  });

  it.each([
    ['ecs', 300],
    ['custom-resource', 300],
    ['dynamodb', 0],
    ['lambda', 0],
  ])('of %s last %d s when not given', (namespace, seconds) => {
    expect(defaultCooldownSeconds(namespace)).toBe(seconds);
  });

  it('of simple scaling begin when the activity is complete', () => {
    const activity = { startedSeconds: 60, completedSeconds: undefined, cooldownSeconds: 300 };
    expect(blockedUntilSeconds(undefined, 60)).toBeUndefined();
    expect(blockedUntilSeconds(activity, 9999)).toBe(infinity);
    expect(blockedUntilSeconds({ ...activity, completedSeconds: 120 }, 419)).toBe(420);
    expect(blockedUntilSeconds({ ...activity, completedSeconds: 120 }, 420)).toBeUndefined();
  });
});

describe('several policies', () => {
  const tracking = { isTracking: true, mustAgree: true };
  const step = { isTracking: false, mustAgree: false };
  const out = (desired: number) => ({ wants: 'out' as const, desired });
  const shrink = (desired: number) => ({ wants: 'in' as const, desired });
  const hold = { wants: 'hold' as const, desired: 10 };

  it.each([
    [
      'the larger of two scale-outs',
      [
        { ...step, ...out(13) },
        { ...step, ...out(30) },
      ],
      30,
    ],
    [
      'the smaller of two removals',
      [
        { ...step, ...shrink(9) },
        { ...step, ...shrink(6) },
      ],
      9,
    ],
    [
      'out against in',
      [
        { ...step, ...shrink(6) },
        { ...tracking, ...out(11) },
      ],
      11,
    ],
    [
      'nothing when one target tracking policy holds',
      [
        { ...tracking, ...shrink(6) },
        { ...tracking, ...hold },
      ],
      undefined,
    ],
    [
      'in when a silent one may not scale in',
      [
        { ...tracking, ...shrink(6) },
        { ...tracking, mustAgree: false, ...hold },
      ],
      6,
    ],
    [
      'a step removal beside a quiet target',
      [
        { ...step, ...shrink(8) },
        { ...tracking, ...hold },
      ],
      8,
    ],
    ['nothing of nothing', [{ ...step, ...hold }], undefined],
  ])('give %s', (_name, proposals: readonly Proposal[], desired) => {
    expect(winningProposal(proposals)?.desired).toBe(desired);
  });
});
