import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithms, buildAllowance } from '../../../../src/gateway/ai/consumers/algorithms/index.js';
import { type Allowance, ROUNDING } from '../../../../src/gateway/ai/consumers/allowance.js';

const perMinute = 600;
const named = (variant: (typeof algorithms)[number]['name']) =>
  buildAllowance({ variant, settings: {} }, { perMinute });

/** Requests in time order: after which pause, what they reserve, which part of it they need, and how long they take. */
const requests = fc.array(
  fc.record({
    pauseSeconds: fc.double({ min: 0, max: 30, noNaN: true }),
    amount: fc.integer({ min: 1, max: 900 }),
    needs: fc.double({ min: 0, max: 1, noNaN: true }),
    lastsSeconds: fc.double({ min: 0, max: 90, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);
type Requests = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

interface Taken {
  readonly atSeconds: number;
  readonly amount: number;
}

/** What a gateway does that takes the estimate first. @returns what was let in, at the full estimate, and what was left in between */
function estimated(allowance: Allowance, all: Requests) {
  const taken: Taken[] = [];
  const lefts: number[] = [];
  const ends: { atSeconds: number; sinceSeconds: number; back: number }[] = [];
  let now = 0;
  const settle = (until: number) => {
    ends.sort((a, b) => a.atSeconds - b.atSeconds);
    while (ends.length > 0 && ends[0].atSeconds <= until) {
      const [{ atSeconds, sinceSeconds, back }] = ends.splice(0, 1);
      allowance.giveBack(back, sinceSeconds, atSeconds);
      lefts.push(allowance.left(atSeconds));
    }
  };
  for (const { pauseSeconds, amount, needs, lastsSeconds } of all) {
    now += pauseSeconds;
    settle(now);
    const left = allowance.left(now);
    lefts.push(left);
    if (left < amount - ROUNDING) continue;
    allowance.take(amount, now);
    lefts.push(allowance.left(now));
    taken.push({ atSeconds: now, amount });
    ends.push({ atSeconds: now + lastsSeconds, sinceSeconds: now, back: Math.floor(amount * (1 - needs)) });
  }
  return { taken, lefts };
}

/** What a gateway does that takes tokens when answers end: lets in while anything is left. */
function afterwards(allowance: Allowance, all: Requests) {
  const lefts: number[] = [];
  const taken: Taken[] = [];
  let [now, overshoot] = [0, 0];
  for (const { pauseSeconds, amount } of all) {
    now += pauseSeconds;
    const left = allowance.left(now);
    lefts.push(left);
    if (left <= ROUNDING) continue;
    overshoot += Math.max(0, amount - left);
    allowance.take(amount, now);
    taken.push({ atSeconds: now, amount });
  }
  return { taken, lefts, overshoot };
}

/** The most that was taken beyond what any window allows. */
function excessOf(taken: readonly Taken[], allowedIn: (seconds: number) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const [first, { atSeconds: from }] of taken.entries()) {
    let sum = 0;
    for (const { atSeconds, amount } of taken.slice(first)) {
      sum += amount;
      most = Math.max(most, sum - allowedIn(atSeconds - from));
    }
  }
  return most;
}

const bucketful = (seconds: number) => perMinute * (1 + seconds / 60);
/** Both minutes that a window begins and ends in count in full. */
const minutesful = (seconds: number) => perMinute * (Math.floor(seconds / 60) + 2);
const allowedIn = { 'token-bucket': bucketful, gcra: bucketful, 'fixed-window': minutesful };

describe.each(algorithms)('an allowance counted by $name', ({ name }) => {
  it('is a full minute at first and again after a minute of silence', () => {
    const allowance = named(name);
    expect(allowance.left(0)).toBeCloseTo(perMinute, 9);
    allowance.take(perMinute, 0);
    expect(allowance.left(0)).toBeCloseTo(0, 9);
    expect(allowance.left(60)).toBeCloseTo(perMinute, 9);
    expect(allowance.left(7200)).toBeCloseTo(perMinute, 9);
  });

  it('gets back exactly what was not needed', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: perMinute }), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: perMinute }), ([amount, atSeconds], needed) => {
        const [exact, refunded] = [named(name), named(name)];
        const used = Math.min(amount, needed);
        exact.take(used, atSeconds);
        refunded.take(amount, atSeconds);
        refunded.giveBack(amount - used, atSeconds, atSeconds);
        expect(refunded.left(atSeconds)).toBeCloseTo(exact.left(atSeconds), 6);
      }),
    );
  });

  it('is never negative and never above a minute where the estimate is taken first', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const { lefts } = estimated(named(name), all);
        expect(Math.min(...lefts)).toBeGreaterThanOrEqual(-2 * ROUNDING);
        expect(Math.max(...lefts)).toBeLessThanOrEqual(perMinute + 2 * ROUNDING);
      }),
    );
  });

  it('lets no window have more than its minutes and a burst, but for what overshoots', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const unused = all.map((one) => ({ ...one, needs: 1 }));
        expect(excessOf(estimated(named(name), unused).taken, allowedIn[name])).toBeLessThanOrEqual(1e-3);
        const { taken, overshoot } = afterwards(named(name), all);
        expect(excessOf(taken, allowedIn[name])).toBeLessThanOrEqual(overshoot + 1e-3);
      }),
    );
  });
});

it('gcra and the token bucket have the same left at any time, and so let in the same', () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 1, max: 900 }), (all, size) => {
      const alike = all.map((one) => ({ ...one, amount: size }));
      for (const way of [estimated, afterwards]) {
        const [bucket, schedule] = (['token-bucket', 'gcra'] as const).map((name) => way(named(name), alike));
        expect(schedule.taken).toEqual(bucket.taken);
        for (const [at, left] of bucket.lefts.entries()) expect(schedule.lefts[at]).toBeCloseTo(left, 5);
      }
    }),
  );
});
