import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fallback, fallbackMilli } from '../../../src/platforms/keda/fallback.js';

const fallback: Fallback = { behavior: 'static', replicaCount: 6, failureThresholdCount: 3 };
const situation = {
  failureCount: 4,
  currentCount: 10,
  readyCount: 4,
  target: 2.5,
  metricType: 'AverageValue',
} as const;

describe('the value of a trigger that failed', () => {
  it('is an error exactly at the failure threshold, and invented one failure later', () => {
    expect(fallbackMilli(fallback, { ...situation, failureCount: 3 })).toBeUndefined();
    expect(fallbackMilli(fallback, { ...situation, failureCount: 4 })).toBe(15_000);
  });

  it('is invented at the first failure when the threshold is 0', () => {
    expect(fallbackMilli({ ...fallback, failureThresholdCount: 0 }, { ...situation, failureCount: 1 })).toBe(15_000);
  });

  const wanted: readonly [Fallback['behavior'], number, number | undefined][] = [
    ['static', 10, 6],
    ['currentReplicas', 10, 10],
    ['currentReplicasIfHigher', 10, 10],
    ['currentReplicasIfHigher', 4, 6],
    ['currentReplicasIfLower', 10, 6],
    ['currentReplicasIfLower', 4, 4],
    // The formula says what to do, not the fallback.
    ['scalingModifiers', 10, undefined],
  ];
  for (const [behavior, currentCount, count] of wanted) {
    it(`leads to ${count ?? 'nothing'} with ${behavior} at ${currentCount}`, () => {
      const milli = fallbackMilli({ ...fallback, behavior }, { ...situation, currentCount });
      expect(milli).toBe(count === undefined ? undefined : count * 2500);
    });
  }

  it('is shared among the ready ones for Value, and has none when nothing is ready', () => {
    expect(fallbackMilli(fallback, { ...situation, metricType: 'Value' })).toBe(3750);
    expect(fallbackMilli(fallback, { ...situation, metricType: 'Value', readyCount: 0 })).toBeUndefined();
  });

  it('makes an HPA arrive at the count that was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1000 }), (replicaCount, target) => {
        const milli = fallbackMilli({ ...fallback, replicaCount }, { ...situation, target }) ?? Number.NaN;
        expect(Math.ceil(milli / (target * 1000))).toBe(replicaCount);
      }),
    );
  });
});
