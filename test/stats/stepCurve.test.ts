import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StepCurve, walkTogether } from '../../src/stats/stepCurve.js';
import { curveFrom, stepCurves } from '../support/stepCurves.js';

describe('a step curve', () => {
  it('keeps only changes, and one value an instant', () => {
    const curve = new StepCurve();
    for (const [seconds, value] of [
      [0, 2],
      [5, 2],
      [6, 3],
      [6, 4],
      [8, 5],
      [8, 4],
      [9, 1],
    ])
      curve.set(seconds, value);
    expect([curve.seconds, curve.values]).toEqual([
      [0, 6, 9],
      [2, 4, 1],
    ]);
  });

  it('holds each value from its instant until the next', () => {
    const curve = curveFrom([
      [10, 3],
      [20, 1],
    ]);
    expect([9.9, 10, 19.9, 20, 1e9].map((seconds) => curve.at(seconds))).toEqual([0, 3, 3, 1, 1]);
  });

  it('tells the changes inside a span, its own begin and end left out', () => {
    const curve = curveFrom([
      [0, 1],
      [10, 3],
      [20, 1],
      [30, 2],
    ]);
    expect(curve.changesIn({ fromSeconds: 10, toSeconds: 30 })).toEqual([{ seconds: 20, from: 3, to: 1 }]);
  });

  it('is walked in stretches that fill the span and hold its values, for any curves together', () => {
    fc.assert(
      fc.property(stepCurves, stepCurves, fc.nat(50), fc.nat(150), (one, other, fromSeconds, length) => {
        const toSeconds = fromSeconds + length;
        let reached = fromSeconds;
        walkTogether([one, other], { fromSeconds, toSeconds }, ([a, b], lengthSeconds, begin) => {
          expect(begin).toBe(reached);
          expect(lengthSeconds).toBeGreaterThan(0);
          reached += lengthSeconds;
          for (const seconds of [begin, begin + lengthSeconds / 2]) {
            expect([a, b]).toEqual([one.at(seconds), other.at(seconds)]);
          }
        });
        expect(reached).toBe(toSeconds);
      }),
    );
  });
});
