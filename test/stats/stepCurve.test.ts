import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlay, StepCurve } from '../../src/stats/stepCurve.js';

/** 2 until 10 s, 5 until 20 s, 1 from then on. */
function example(): StepCurve {
  const curve = new StepCurve(2);
  curve.set(10, 5);
  curve.set(20, 1);
  return curve;
}
const span = { fromSeconds: 5, toSeconds: 30 };

describe('a step curve', () => {
  it('holds each value from its instant on', () => {
    const curve = example();
    expect([-1, 0, 9.999, 10, 19, 20, 1e9].map((seconds) => curve.valueAt(seconds))).toEqual([2, 2, 2, 5, 5, 1, 1]);
  });

  it('integrates exactly', () => {
    expect(example().integral(span)).toBe(2 * 5 + 5 * 10 + 1 * 10);
    expect(example().mean(span)).toBe(70 / 25);
  });

  it('knows how long it is above and below a limit, and its peak', () => {
    expect(example().secondsAbove(2, span)).toBe(10);
    expect(example().secondsBelow(2, span)).toBe(10);
    expect(example().peak(span)).toBe(5);
    expect(example().peak({ fromSeconds: 20, toSeconds: 30 })).toBe(1);
  });

  it('has no mean and no peak over an empty span', () => {
    const empty = { fromSeconds: 5, toSeconds: 5 };
    expect([example().mean(empty), example().peak(empty), example().integral(empty)]).toEqual([
      undefined,
      undefined,
      0,
    ]);
  });

  it('is read off at even steps, the end left out', () => {
    expect(example().resample({ fromSeconds: 0, toSeconds: 25 }, 5)).toEqual([2, 2, 5, 5, 1]);
  });

  it('keeps its grid without drift', () => {
    expect(example().resample({ fromSeconds: 0, toSeconds: 1000 }, 0.1)).toHaveLength(10_000);
  });

  it('takes the last of several values at one instant, and drops a step that is none', () => {
    const curve = new StepCurve(1);
    curve.set(5, 9);
    curve.set(5, 1);
    curve.set(6, 1);
    expect(curve.nextChangeSeconds(0)).toBe(Infinity);
    curve.set(7, 3);
    expect(curve.nextChangeSeconds(0)).toBe(7);
  });

  it('refuses time that runs backward', () => {
    const curve = example();
    expect(() => curve.set(19, 3)).toThrow('set at 19 s after 20 s');
  });

  it('has integrals that add up over parts of a span', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 50 })));
    const property = fc.property(steps, fc.nat({ max: 120 }), (changes, middle) => {
      const curve = new StepCurve(3);
      for (const [seconds, value] of changes.sort((a, b) => a[0] - b[0])) curve.set(seconds, value);
      const left = curve.integral({ fromSeconds: 0, toSeconds: middle });
      const right = curve.integral({ fromSeconds: middle, toSeconds: 120 });
      expect(left + right).toBe(curve.integral({ fromSeconds: 0, toSeconds: 120 }));
      // A grid of one second sees every whole-second step.
      const grid = curve.resample({ fromSeconds: 0, toSeconds: 120 }, 1);
      expect(grid.reduce((sum, value) => sum + value, 0)).toBe(left + right);
    });
    fc.assert(property, { seed: 1 });
  });
});

describe('an overlay of curves', () => {
  it('visits the pieces between the changes of any curve', () => {
    const needed = new StepCurve(1);
    needed.set(12, 4);
    const pieces: unknown[] = [];
    overlay([example(), needed], { fromSeconds: 5, toSeconds: 25 }, (values, seconds, from) =>
      pieces.push([from, seconds, values]),
    );
    expect(pieces).toEqual([
      [5, 5, [2, 1]],
      [10, 2, [5, 1]],
      [12, 8, [5, 4]],
      [20, 5, [1, 4]],
    ]);
  });
});
