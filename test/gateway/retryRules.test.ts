import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RetryRules, type RetrySettings } from '../../src/gateway/retryRules.js';

const rules = (parts: Partial<RetrySettings>): RetryRules =>
  new RetryRules({
    attemptCount: 3,
    causes: ['5xx', 'timeout'],
    baseSeconds: 0.1,
    factor: 2,
    jitter: 'none',
    budgetRatio: Infinity,
    ...parts,
  });

describe('RetryRules', () => {
  it('allows so many tries in all, for the causes named', () => {
    const some = rules({ causes: ['timeout'] });
    expect([1, 2, 3].map((tryNumber) => some.takeRetry('timeout', tryNumber, 0))).toEqual([true, true, false]);
    expect(some.takeRetry('5xx', 1, 0)).toBe(false);
  });

  it.each([
    { jitter: 'none', at: [0.1, 0.1, 0.1] },
    { jitter: 'full', at: [0, 0.05, 0.1] },
    { jitter: 'equal', at: [0.05, 0.075, 0.1] },
  ] as const)('$jitter jitter spreads a base of 100 ms over $at', ({ jitter, at }) => {
    const some = rules({ jitter });
    expect([0, 0.5, 1].map((uniform) => some.backoffSeconds(1, uniform))).toEqual(
      at.map((each) => expect.closeTo(each, 12)),
    );
  });

  it('grows by the factor at every try', () => {
    expect([1, 2, 3, 4].map((tryNumber) => rules({}).backoffSeconds(tryNumber, 0))).toEqual([0.1, 0.2, 0.4, 0.8]);
  });

  it('exponential jitter has the base as its mean', () => {
    const some = rules({ jitter: 'exponential' });
    const steps = 100_000;
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += some.backoffSeconds(1, (step + 0.5) / steps);
    expect(sum / steps).toBeCloseTo(0.1, 5);
  });

  it('a budget never spends more than its share of the requests of the last ten seconds', () => {
    const step = fc.record({ gap: fc.double({ min: 0, max: 3, noNaN: true }), isRequest: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const some = rules({ budgetRatio: 0.25 });
        const requests: number[] = [];
        const retries: number[] = [];
        let now = 0;
        // Slices are whole seconds: the window is the present second and the nine before it.
        const recent = (list: readonly number[]) =>
          list.filter((each) => Math.floor(each) > Math.floor(now) - 10).length;
        for (const { gap, isRequest } of steps) {
          now += gap;
          if (isRequest) {
            some.noteRequest(now);
            requests.push(now);
          } else {
            const isDue = recent(retries) + 1 <= 0.25 * recent(requests);
            expect(some.takeRetry('5xx', 1, now)).toBe(isDue);
            if (isDue) retries.push(now);
          }
        }
      }),
    );
  });
});
