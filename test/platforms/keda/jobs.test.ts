import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineTriggers, type jobCalculations, meanTarget } from '../../../src/platforms/keda/jobs/combineTriggers.js';
import { decideJobs } from '../../../src/platforms/keda/jobs/decision.js';
import { type JobStrategy, jobStrategies } from '../../../src/platforms/keda/jobs/strategies.js';

const load = { wantedCount: 10, runningCount: 4, pendingCount: 1, maxCount: 12, scaleToCount: 20 };
const custom = { deductionCount: 1, runningShareText: '0.6' };

describe('jobs', () => {
  const limits: readonly [JobStrategy, number][] = [
    ['default', 6],
    // 10 - 1 - trunc(4 x 0.6)
    ['custom', 7],
    // 10 + 4 - 1 > 12
    ['accurate', 8],
    // min(12 - 4 - 1, 10)
    ['eager', 7],
  ];
  for (const [strategy, limitCount] of limits) {
    it(`may be ${limitCount} more with the strategy ${strategy}`, () => {
      expect(jobStrategies[strategy](load, custom).limitCount).toBe(limitCount);
    });
  }

  it('follow the default strategy where the share of running jobs is no number', () => {
    for (const runningShareText of [undefined, '', 'half', '50%']) {
      expect(jobStrategies.custom(load, { ...custom, runningShareText }).limitCount).toBe(6);
    }
  });

  it('are never more than the queue, the strategy and the maximum allow, and never fewer than none', () => {
    const count = fc.nat(200);
    fc.assert(
      fc.property(
        fc.constantFrom<JobStrategy>('default', 'custom', 'accurate', 'eager'),
        fc.record({ wantedCount: count, runningCount: count, pendingCount: count, scaleToCount: count }),
        (strategy, situation) => {
          const { newCount, limitCount } = decideJobs({ ...situation, strategy, custom, minCount: 0, maxCount: 50 });
          expect(newCount).toBeGreaterThanOrEqual(0);
          expect(newCount).toBeLessThanOrEqual(limitCount);
          if (strategy !== 'eager') expect(newCount).toBeLessThanOrEqual(situation.scaleToCount);
        },
      ),
    );
  });

  it('are started up to the minimum whatever the triggers say', () => {
    const decision = decideJobs({ ...load, strategy: 'default', custom, minCount: 9, wantedCount: 0, scaleToCount: 0 });
    expect(decision).toEqual({ limitCount: 5, scaleToCount: 5, newCount: 5 });
  });

  const triggers = [
    { queueLength: 20, target: 4, isActive: true },
    { queueLength: 9, target: 2, isActive: true },
    { queueLength: 99, target: 1, isActive: false },
  ];
  const combined: readonly [keyof typeof jobCalculations, number, number][] = [
    ['max', 20, 5],
    ['min', 9, 5],
    ['avg', 15, 5],
    ['sum', 29, 10],
  ];
  for (const [calculation, queueLength, wantedCount] of combined) {
    it(`of several active triggers are combined by ${calculation}`, () => {
      const result = combineTriggers(triggers, { calculation, minCount: 0, maxCount: 100 });
      expect(result).toEqual({ isActive: true, queueLength, wantedCount });
    });
  }

  it('of no active trigger are none, and yet active with a minimum', () => {
    const idle = triggers.map((trigger) => ({ ...trigger, isActive: false }));
    for (const [minCount, isActive] of [
      [0, false],
      [1, true],
    ] as const) {
      const result = combineTriggers(idle, { calculation: 'avg', minCount, maxCount: 100 });
      expect(result).toEqual({ isActive, queueLength: 0, wantedCount: 0 });
    }
  });

  it('have the mean target of a scaler with several metrics', () => {
    expect(meanTarget([5, 5, 2])).toBe(4);
    expect(meanTarget([])).toBe(0);
  });
});
