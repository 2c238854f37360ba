import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSpeed, speedSettings } from '../../../src/fleet/speeds/index.js';

const speedOf = (settings: unknown) => buildSpeed(speedSettings.parse(settings), { vcpus: 4 });

describe('the speed of an instance', () => {
  it('by a table is what was measured, and between two points on the line through them', () => {
    // In any order; keys are sorted as numbers.
    const { at } = speedOf({ 10: 7, 2: 2, 4: 3 });
    expect([1, 2, 3, 4, 5, 7, 10, 11, 1000].map(at)).toEqual([1, 2, 2.5, 3, 3 + 4 / 6, 5, 7, 7, 7]);
  });

  it('by a table of points on one line is that line', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (points) => {
        const { at } = speedOf(Object.fromEntries(points.map((running) => [running, running * 0.75])));
        const last = Math.max(...points);
        for (let running = 1; running < 70; running++)
          expect(at(running)).toBeCloseTo(0.75 * Math.min(running, last), 9);
      }),
    );
  });

  it('by the Universal Scalability Law has its peak at sqrt((1 - contention) / coherency)', () => {
    const { at } = speedOf({ usl: { contention: 0.1, coherency: 0.004 } });
    expect(at(1)).toBe(1);
    // By hand: 15 / (1 + 0.1 x 14 + 0.004 x 15 x 14) = 15 / 3.24
    expect(at(15)).toBeCloseTo(15 / 3.24, 12);
    expect([at(14) < at(15), at(16) < at(15)]).toEqual([true, true]);
    expect(speedOf({ usl: { contention: 0.5 } }).at(3)).toBeCloseTo(1.5, 12);
  });
});
